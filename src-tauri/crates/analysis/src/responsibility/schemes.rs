//! The schemes of responsibility as data (domain.md 5.2): which letters each has, how many of each
//! a row may hold, and which of them plays the part of R and A.

use model::{RaciLetter, RaciScheme};

/// How many roles of a row may hold a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Amount {
    /// One and no other.
    One,
    /// Somebody must.
    Some,
    /// Nobody need, more than one may not.
    AtMostOne,
}

/// One scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// Its letters, in its order.
    pub letters: &'static [RaciLetter],
    /// Who answers for the result: the A of RACI.
    pub answers: RaciLetter,
    /// Who does the work: the R of RACI.
    pub does: RaciLetter,
    /// Who is asked before, if anybody.
    pub asked: Option<RaciLetter>,
    /// Who is told after, if anybody.
    pub told: Option<RaciLetter>,
    /// What the one who prepares and lets go holds, while nobody has said so.
    pub(crate) sends: RaciLetter,
    /// What the one who accepts holds, while nobody has said so.
    pub(crate) receives: RaciLetter,
    /// How many may hold which letter.
    pub(crate) amounts: &'static [(RaciLetter, Amount)],
}

/// The letters and rules of a scheme.
pub fn scheme(scheme: RaciScheme) -> &'static Scheme {
    match scheme {
        RaciScheme::Raci => &RACI,
        RaciScheme::Rasci => &RASCI,
        RaciScheme::RaciVs => &RACI_VS,
        RaciScheme::Cairo => &CAIRO,
        RaciScheme::Daci => &DACI,
        RaciScheme::Rapid => &RAPID,
        RaciScheme::Mocha => &MOCHA,
    }
}

use RaciLetter::{
    Accountable, Consulted, Driver, Helper, Informed, Manager, Omitted, Owner, Perform, Recommend,
    Responsible, Support, Verify,
};

const RACI: Scheme = Scheme {
    letters: &[Responsible, Accountable, Consulted, Informed],
    answers: Accountable,
    does: Responsible,
    asked: Some(Consulted),
    told: Some(Informed),
    sends: Responsible,
    receives: Responsible,
    amounts: &[(Accountable, Amount::One), (Responsible, Amount::Some)],
};

const RASCI: Scheme =
    Scheme { letters: &[Responsible, Accountable, Support, Consulted, Informed], ..RACI };

/// S is the signatory here.
const RACI_VS: Scheme = Scheme {
    letters: &[Responsible, Accountable, Consulted, Informed, Verify, Support],
    amounts: &[
        (Accountable, Amount::One),
        (Responsible, Amount::Some),
        (Support, Amount::AtMostOne),
    ],
    ..RACI
};

const CAIRO: Scheme =
    Scheme { letters: &[Consulted, Accountable, Informed, Responsible, Omitted], ..RACI };

/// One driver leads the work, one approver decides.
const DACI: Scheme = Scheme {
    letters: &[Driver, Accountable, Consulted, Informed],
    does: Driver,
    sends: Driver,
    receives: Consulted,
    amounts: &[(Accountable, Amount::One), (Driver, Amount::One)],
    ..RACI
};

/// For decisions: A agrees where a formal veto exists, I gives input, D decides.
const RAPID: Scheme = Scheme {
    letters: &[Recommend, Accountable, Perform, Informed, Driver],
    answers: Driver,
    does: Perform,
    asked: Some(Informed),
    told: None,
    sends: Recommend,
    receives: Perform,
    amounts: &[(Driver, Amount::One)],
};

const MOCHA: Scheme = Scheme {
    letters: &[Manager, Owner, Consulted, Helper, Accountable],
    answers: Owner,
    does: Owner,
    asked: Some(Consulted),
    told: None,
    sends: Helper,
    receives: Helper,
    amounts: &[(Owner, Amount::One)],
};
