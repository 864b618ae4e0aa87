//! `tandem incentives try --against`: two plans over the same history, before one of them begins.
use super::inputs::{Events, book};
use super::try_out::{Args, Notes, count, read, tell};
use crate::commands::print_json;
use crate::say::say;
use serde_json::json;
use tandem_core::incentives::plan::Budget;
use tandem_core::incentives::trial::{Change, Outcome, compare};
use tandem_core::incentives::{Output, Plan, Span};
use tandem_core::money::{Currency, Money};

pub fn run(args: &Args, events: &Events, plans: Vec<Plan>) -> anyhow::Result<()> {
    let budgets = budgets(&plans);
    let (before, notes_before) = outcome(args, events, read(args.against())?)?;
    let (after, notes_after) = outcome(args, events, plans)?;
    for (name, notes) in [("before", &notes_before), ("after", &notes_after)] {
        if !notes.is_empty() {
            eprintln!("{name}:");
            tell(notes, events.count);
        }
    }
    let comparison = compare(&before, &after);
    let shares = |outcome: &Outcome| -> Vec<serde_json::Value> {
        let spans = outcome.shares(Span::Quarter).into_iter();
        spans
            .map(|((currency, first), minor)| {
                let amount = Money::new(minor, currency).decimal_text();
                json!({"quarter": Span::Quarter.name(first), "currency": currency, "amount": amount})
            })
            .collect()
    };
    if args.json() {
        return print_json(&json!({
            "comparison": comparison,
            "shares_before": shares(&before),
            "shares_after": shares(&after),
            "budget_spent": spent(&after, &budgets),
        }));
    }
    say!("In all:");
    comparison.cost.iter().for_each(say_change);
    say!(
        "{} get more, {} get less, {} get the same:",
        comparison.winners,
        comparison.losers,
        comparison.same
    );
    comparison.people.iter().for_each(say_change);
    say!("By component:");
    comparison.mix.iter().for_each(say_change);
    for (name, outcome) in [("before", &before), ("after", &after)] {
        for ((currency, first), minor) in outcome.shares(Span::Quarter) {
            say!(
                "Kept by givers of units in {}, {name}: {}",
                Span::Quarter.name(first),
                Money::new(minor, currency)
            );
        }
    }
    for line in spent(&after, &budgets) {
        say!("{line}");
    }
    Ok(())
}

fn say_change(change: &Change) {
    let Change { name, currency, before, after, change } = change;
    say!("  {name}: {before} -> {after} {currency} ({change})");
}

fn outcome(args: &Args, events: &Events, plans: Vec<Plan>) -> anyhow::Result<(Outcome, Notes)> {
    let (mut outcome, mut notes, mut failed) = (Outcome::default(), Notes::new(), Ok(()));
    events.compute(book(args.files(), plans)?, args.through(), &mut |output| match output {
        Output::Posting(posting) => {
            if let Err(error) = outcome.add(&posting) {
                failed = Err(error);
            }
        }
        Output::Note(note) => count(&mut notes, note),
    })?;
    failed?;
    Ok((outcome, notes))
}

fn budgets(plans: &[Plan]) -> Vec<(Currency, Budget)> {
    let budget = |plan: &Plan| Some((plan.currency, plan.transition.as_ref()?.budget?));
    plans.iter().filter_map(budget).collect()
}

/// How much of each budget for shares is spent, span by span.
fn spent(outcome: &Outcome, budgets: &[(Currency, Budget)]) -> Vec<String> {
    let mut lines = Vec::new();
    for (currency, budget) in budgets {
        for ((other, first), minor) in outcome.shares(budget.per) {
            if other == *currency {
                let (spent, all) = (Money::new(minor, other), Money::new(budget.amount, other));
                lines.push(format!(
                    "Of the budget for shares in {}, {spent} of {all} are spent.",
                    budget.per.name(first)
                ));
            }
        }
    }
    lines
}
