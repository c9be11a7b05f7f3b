//! The table of rules (domain.md 7.3): id, severity, the sign that a rule explains, and the threshold
//! it has, if it has one. An engagement may set severity and threshold otherwise.

use crate::figures::Severity;
use model::Sign;
use serde::Serialize;
use ts_rs::TS;

/// One rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Rule {
    /// As in domain.md 7.3: `FLW-002`.
    pub id: &'static str,
    /// How much its findings matter, unless one says otherwise.
    pub severity: Severity,
    /// Which of the seven signs it explains.
    pub sign: Option<Sign>,
    /// From where on it fires, where that is a number.
    pub threshold: Option<Threshold>,
    /// Why it never fires, where the model keeps what it asks for.
    pub kept: Option<&'static str>,
}

/// From where on a rule fires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Threshold {
    /// What it counts.
    pub unit: Unit,
    /// Where nothing else is set, in thousandths of the unit.
    pub usual: i32,
}

/// What a threshold counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Unit {
    /// Per cent of the whole that the rule names.
    Percent,
    /// Things.
    Count,
    /// Times per item.
    PerItem,
    /// One number over another.
    Ratio,
    /// Minutes.
    Minutes,
    /// Days of the year.
    Days,
}

/// Every rule of domain.md 7.3, in its order.
pub fn rules() -> &'static [Rule] {
    ALL
}

macro_rules! sign {
    (-) => {
        None
    };
    ($sign:ident) => {
        Some(Sign::$sign)
    };
}

macro_rules! threshold {
    () => {
        None
    };
    ($unit:ident $usual:literal) => {
        Some(Threshold { unit: Unit::$unit, usual: $usual })
    };
}

macro_rules! kept {
    () => {
        None
    };
    ($why:literal) => {
        Some($why)
    };
}

macro_rules! rules {
    ($($name:ident $id:literal $severity:ident $sign:tt $(($unit:ident $usual:literal))? $([$why:literal])?;)*) => {
        $(pub(super) const $name: Rule = Rule {
            id: $id,
            severity: Severity::$severity,
            sign: sign!($sign),
            threshold: threshold!($($unit $usual)?),
            kept: kept!($($why)?),
        };)*

        const ALL: &[Rule] = &[$($name),*];
    };
}

rules! {
    FLW_001 "FLW-001" Error S1;
    FLW_002 "FLW-002" Error S1;
    FLW_003 "FLW-003" Error S1;
    FLW_004 "FLW-004" Warning S1;
    FLW_005 "FLW-005" Error S5 (Percent 1_000);
    FLW_006 "FLW-006" Warning S6;
    FLW_007 "FLW-007" Error S1;
    FLW_008 "FLW-008" Error S1;
    FLW_009 "FLW-009" Warning S3 (Percent 25_000);
    FLW_010 "FLW-010" Warning S5;
    FLW_011 "FLW-011" Info S7 (Count 25_000);
    FLW_012 "FLW-012" Error S4 ["No document holds a step without a lane, or a connector without both its ends."];
    FLW_013 "FLW-013" Warning S1;
    FLW_014 "FLW-014" Warning S6;
    OWN_001 "OWN-001" Error S4;
    OWN_002 "OWN-002" Error S4;
    OWN_003 "OWN-003" Error S4;
    OWN_004 "OWN-004" Warning S4;
    OWN_005 "OWN-005" Warning S4 (Percent 10_000);
    OWN_006 "OWN-006" Warning S7;
    OWN_007 "OWN-007" Warning S7;
    OWN_008 "OWN-008" Warning S4 (Percent 40_000);
    OWN_009 "OWN-009" Warning S5;
    RAC_001 "RAC-001" Error S4;
    RAC_002 "RAC-002" Error S4;
    RAC_003 "RAC-003" Error S4;
    RAC_004 "RAC-004" Warning S4 (Count 3_000);
    RAC_005 "RAC-005" Warning S4;
    RAC_006 "RAC-006" Error S4;
    RAC_007 "RAC-007" Warning S5 (Count 3_000);
    RAC_008 "RAC-008" Info S4;
    RAC_009 "RAC-009" Warning S4 (Percent 40_000);
    RAC_010 "RAC-010" Error S4;
    RAC_011 "RAC-011" Warning S4;
    RAC_012 "RAC-012" Warning S4;
    CRT_001 "CRT-001" Error S6;
    CRT_002 "CRT-002" Error S6;
    CRT_003 "CRT-003" Warning S6;
    CRT_004 "CRT-004" Warning S6;
    CRT_005 "CRT-005" Warning S6;
    CRT_006 "CRT-006" Warning S6;
    CRT_007 "CRT-007" Info S6 (Count 9_000);
    CRT_008 "CRT-008" Info S6;
    CRT_009 "CRT-009" Error S3 (Percent 80_000);
    CRT_010 "CRT-010" Warning S6;
    INF_001 "INF-001" Error S3;
    INF_002 "INF-002" Warning S3;
    INF_003 "INF-003" Warning S3;
    INF_004 "INF-004" Warning S3;
    INF_005 "INF-005" Info S3;
    INF_006 "INF-006" Warning S3 (Percent 80_000);
    INF_007 "INF-007" Info - (Percent 20_000);
    INF_008 "INF-008" Warning S3;
    INF_009 "INF-009" Warning S7;
    INF_010 "INF-010" Info S3 (Count 15_000);
    INF_011 "INF-011" Warning -;
    SLA_001 "SLA-001" Error S5;
    SLA_002 "SLA-002" Error S5;
    SLA_003 "SLA-003" Error S5;
    SLA_004 "SLA-004" Warning S5;
    SLA_005 "SLA-005" Error S5;
    SLA_006 "SLA-006" Warning S5;
    SLA_007 "SLA-007" Warning S5;
    SLA_008 "SLA-008" Error S5;
    SLA_009 "SLA-009" Warning S5;
    SLA_010 "SLA-010" Info S5;
    SLA_011 "SLA-011" Warning S5;
    SLA_012 "SLA-012" Warning S5 (Percent 100_000);
    SLA_013 "SLA-013" Error S5;
    SLA_014 "SLA-014" Warning S1 (Minutes 120_000);
    SLA_015 "SLA-015" Info S5;
    SLA_016 "SLA-016" Info S7;
    SLA_017 "SLA-017" Warning S3;
    SLA_018 "SLA-018" Warning S5;
    SLA_019 "SLA-019" Warning S5;
    TIM_001 "TIM-001" Error -;
    TIM_002 "TIM-002" Warning S5;
    TIM_003 "TIM-003" Warning S1 (Percent 10_000);
    TIM_004 "TIM-004" Warning S1;
    TIM_005 "TIM-005" Warning S1 (Percent 50_000);
    TIM_006 "TIM-006" Info S1 (Percent 10_000);
    TIM_007 "TIM-007" Warning S2;
    TIM_008 "TIM-008" Warning S5 (Percent 85_000);
    TIM_009 "TIM-009" Error S5;
    TIM_010 "TIM-010" Info - (Percent 30_000);
    NET_001 "NET-001" Warning S2 (PerItem 50);
    NET_002 "NET-002" Warning S1 (PerItem 1_500);
    NET_003 "NET-003" Info S1 (Ratio 500);
    NET_004 "NET-004" Warning S7;
    NET_005 "NET-005" Info S1 (Minutes 5_000);
    NET_006 "NET-006" Warning S3 (Percent 500);
    NET_007 "NET-007" Info S5 (Percent 5_000);
    VAR_001 "VAR-001" Warning S7;
    VAR_002 "VAR-002" Warning S7;
    VAR_003 "VAR-003" Info S7;
    VAR_004 "VAR-004" Info S7;
    FUT_001 "FUT-001" Warning -;
    FUT_002 "FUT-002" Error S5;
    FUT_003 "FUT-003" Warning S5 (Days 90_000);
    FUT_004 "FUT-004" Warning -;
    FUT_005 "FUT-005" Info S1;
    FUT_006 "FUT-006" Error - (Percent 80_000);
    FUT_007 "FUT-007" Warning -;
}
