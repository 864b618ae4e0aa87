//! Who acts, and what a role may do.
use crate::{Error, Result};
use std::str::FromStr;

/// What a person may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Everything, and people.
    Admin,
    /// All data, imports, settings.
    Operations,
    /// The team below.
    Manager,
    /// The own book.
    Hunter,
    /// The own book.
    AccountManager,
    /// Reads everything, changes nothing.
    Viewer,
}

/// What somebody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Import and undo imports.
    Import,
    /// Change settings, rates and rules.
    Configure,
    /// Make users and change them.
    ManageUsers,
    /// See totals of the whole company.
    SeeTotals,
    /// Report own time.
    ReportTime,
    /// See what rules of engagement would do to the book.
    TryRules,
    /// Decide about units against the rules, or where they ask.
    DecideUnits,
    /// State facts of units that the record does not hold.
    StateFacts,
    /// Propose and work on handoffs, as far as one is part of them.
    HandOff,
    /// Hand many units over at once: those of the sellers whom one leads.
    HandOffMany,
    /// Write incentive plans and try them out.
    WritePlans,
    /// Approve incentive plans.
    ApprovePlans,
    /// Compute incentives, close periods, bring events in, approve adjustments.
    RunIncentives,
    /// See scenarios and studies of the sales force's design, with the totals that they hold.
    SeeDesigns,
    /// Change scenarios and start studies.
    Design,
    /// Ask about own incentives, and answer as far as one leads who asks.
    AskIncentives,
    /// Say what people can do and plan what they learn: of oneself, and of those whom one leads.
    Develop,
    /// Propose who could have which role, among those whom one leads.
    Staff,
    /// See interventions and what came of them, among those whom one leads.
    SeeInterventions,
    /// Plan interventions, begin and judge them, among those whom one leads.
    Intervene,
    /// See what came after the split against what was promised.
    SeeScorecard,
    /// Say which plan was decided for, and since when.
    PromiseSplit,
    /// See alignments, as far as one sees the sellers in them.
    SeeAlignments,
    /// Make alignments, solve, change and adopt them.
    Align,
    /// Say that a proposed move is wrong, and why.
    Challenge,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 6] =
        [Self::Admin, Self::Operations, Self::Manager, Self::Hunter, Self::AccountManager, Self::Viewer];

    /// The word for it.
    pub fn text(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Operations => "operations",
            Self::Manager => "manager",
            Self::Hunter => "hunter",
            Self::AccountManager => "account_manager",
            Self::Viewer => "viewer",
        }
    }

    /// What the role may do.
    pub fn may(self, permission: Permission) -> bool {
        use Permission::{
            Align, ApprovePlans, AskIncentives, Challenge, Configure, DecideUnits, Design, Develop, HandOff,
            HandOffMany, Import, Intervene, ManageUsers, PromiseSplit, ReportTime, RunIncentives,
            SeeAlignments, SeeDesigns, SeeInterventions, SeeScorecard, SeeTotals, Staff, StateFacts,
            TryRules, WritePlans,
        };
        match permission {
            Import | Configure | WritePlans | RunIncentives | PromiseSplit | Align => {
                matches!(self, Self::Admin | Self::Operations)
            }
            ManageUsers | ApprovePlans => self == Self::Admin,
            SeeTotals => matches!(self, Self::Admin | Self::Operations | Self::Viewer),
            ReportTime => matches!(self, Self::Manager | Self::Hunter | Self::AccountManager),
            TryRules | SeeDesigns | SeeInterventions | SeeScorecard | SeeAlignments => {
                !matches!(self, Self::Hunter | Self::AccountManager)
            }
            DecideUnits | Design | Staff | Intervene | HandOffMany | Challenge => {
                matches!(self, Self::Admin | Self::Operations | Self::Manager)
            }
            StateFacts | HandOff | AskIncentives | Develop => self != Self::Viewer,
        }
    }

    /// Whether the role sees every customer.
    pub fn sees_everything(self) -> bool {
        matches!(self, Self::Admin | Self::Operations | Self::Viewer)
    }
}

impl FromStr for Role {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|role| role.text() == text).ok_or_else(|| {
            let all: Vec<&str> = Self::ALL.iter().map(|role| role.text()).collect();
            Error::Invalid(format!("`{text}` is not a role: use one of {}", all.join(", ")))
        })
    }
}

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The user; absent at the command line.
    pub user: Option<i64>,
    /// For the record.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// The seller they are.
    pub seller: Option<i64>,
    /// Whether they may change anything at all: a token may be for reading only.
    pub writes: bool,
    /// Whether it is the person, not a program with their token: programs neither make tokens nor change the password.
    pub in_person: bool,
}

impl Actor {
    /// Whoever has the database file in their hands at the command line.
    pub fn operator() -> Self {
        let name = "operator".to_owned();
        Self { user: None, name, role: Role::Admin, seller: None, writes: true, in_person: true }
    }

    /// Refuses what the actor may not do.
    pub fn require(&self, permission: Permission) -> Result<()> {
        self.require_to_see(permission)?;
        if !self.writes {
            return Err(Error::Forbidden("this token is for reading only".to_owned()));
        }
        Ok(())
    }

    /// Refuses to show what belongs to a permission that the role has not; a token for reading only will do.
    pub fn require_to_see(&self, permission: Permission) -> Result<()> {
        if self.role.may(permission) {
            return Ok(());
        }
        Err(Error::Forbidden(format!("the role {} may not do this: ask an administrator", self.role.text())))
    }
}
