//! The table of rules (domain.md 7.3): id, severity, and the sign that a rule explains. FLW-012 (a
//! step without lane, a connector without end) is not here: no document can hold such a thing.

use crate::figures::Severity;
use model::Sign;

/// One rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// As in domain.md 7.3: `FLW-002`.
    pub id: &'static str,
    /// How much its findings matter, unless one says otherwise.
    pub severity: Severity,
    /// Which of the seven signs it explains.
    pub sign: Option<Sign>,
}

/// Every rule that is checked.
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

macro_rules! rules {
    ($($name:ident $id:literal $severity:ident $sign:tt)*) => {
        $(pub(super) const $name: Rule =
            Rule { id: $id, severity: Severity::$severity, sign: sign!($sign) };)*

        const ALL: &[Rule] = &[$($name),*];
    };
}

rules! {
    FLW_001 "FLW-001" Error S1
    FLW_002 "FLW-002" Error S1
    FLW_003 "FLW-003" Error S1
    FLW_004 "FLW-004" Warning S1
    FLW_005 "FLW-005" Error S5
    FLW_006 "FLW-006" Warning S6
    FLW_007 "FLW-007" Error S1
    FLW_008 "FLW-008" Error S1
    FLW_009 "FLW-009" Warning S3
    FLW_010 "FLW-010" Warning S5
    FLW_011 "FLW-011" Info S7
    FLW_013 "FLW-013" Warning S1
    FLW_014 "FLW-014" Warning S6
    OWN_001 "OWN-001" Error S4
    OWN_002 "OWN-002" Error S4
    OWN_003 "OWN-003" Error S4
    OWN_004 "OWN-004" Warning S4
    OWN_005 "OWN-005" Warning S4
    OWN_006 "OWN-006" Warning S7
    OWN_009 "OWN-009" Warning S5
    RAC_001 "RAC-001" Error S4
    RAC_002 "RAC-002" Error S4
    RAC_003 "RAC-003" Error S4
    RAC_004 "RAC-004" Warning S4
    RAC_005 "RAC-005" Warning S4
    RAC_006 "RAC-006" Error S4
    RAC_007 "RAC-007" Warning S5
    RAC_011 "RAC-011" Warning S4
    CRT_001 "CRT-001" Error S6
    CRT_002 "CRT-002" Error S6
    CRT_006 "CRT-006" Warning S6
    CRT_009 "CRT-009" Error S3
    INF_001 "INF-001" Error S3
    INF_005 "INF-005" Info S3
    INF_006 "INF-006" Warning S3
    INF_008 "INF-008" Warning S3
    SLA_001 "SLA-001" Error S5
    SLA_002 "SLA-002" Error S5
    TIM_001 "TIM-001" Error -
    TIM_002 "TIM-002" Warning S5
    TIM_003 "TIM-003" Warning S1
    TIM_004 "TIM-004" Warning S1
    TIM_005 "TIM-005" Warning S1
    TIM_006 "TIM-006" Info S1
    TIM_007 "TIM-007" Warning S2
    TIM_008 "TIM-008" Warning S5
    NET_001 "NET-001" Warning S2
    NET_002 "NET-002" Warning S1
    NET_003 "NET-003" Info S1
    NET_004 "NET-004" Warning S7
    NET_006 "NET-006" Warning S3
}
