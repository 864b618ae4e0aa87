//! The sentences of reasons in English; the page says the same in its languages from the same codes and numbers.
use std::collections::BTreeMap;

/// Numbers by name.
pub type Numbers = BTreeMap<&'static str, f64>;

/// The sentence of a code, filled with its numbers.
pub fn sentence(code: &str, numbers: &Numbers) -> String {
    SENTENCES
        .iter()
        .find(|(known, _)| *known == code)
        .map_or_else(|| code.to_owned(), |(_, text)| fill(text, numbers))
}

/// Fills `{name}` with a number, `{name%}` with a percentage, `{name+}` with the number's size, `{name+%}` with the percentage's size;
/// `#` is a `%` without its sign, for percentage points.
fn fill(text: &str, numbers: &Numbers) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(before);
        filled.push_str(&shown(name, numbers));
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

fn shown(name: &str, numbers: &Numbers) -> String {
    let value = |name: &str| numbers.get(name).copied().unwrap_or(0.0);
    if let Some(name) = name.strip_suffix("+#") {
        return plain(100.0 * value(name).abs(), 1);
    }
    if let Some(name) = name.strip_suffix('#') {
        return plain(100.0 * value(name), 1);
    }
    if let Some(name) = name.strip_suffix("+%") {
        return format!("{} %", plain(100.0 * value(name).abs(), 1));
    }
    if let Some(name) = name.strip_suffix('%') {
        return format!("{} %", plain(100.0 * value(name), 1));
    }
    match name.strip_suffix('+') {
        Some(name) => plain(value(name).abs(), 2),
        None if name.starts_with('p') => plain(value(name), 4),
        None => plain(value(name), 2),
    }
}

fn plain(value: f64, places: usize) -> String {
    let text = format!("{value:.places$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Codes with their sentences.
pub const SENTENCES: &[(&str, &str)] = &[
    (
        "coverage.with_hours",
        "{sellers} sellers over {months} months won {won} customers; {hours_share%} of the available hours are recorded, by {sellers_with_hours} sellers.",
    ),
    (
        "coverage.without_hours",
        "{sellers} sellers over {months} months won {won} customers; no hours are recorded.",
    ),
    (
        "missing.months",
        "Only {months} months are known: import an older export, because trends need two years and trust grows with each year.",
    ),
    (
        "missing.won",
        "Only {won} customers were won in this time: with so few, chance explains almost everything.",
    ),
    (
        "missing.held",
        "For most months it is not known who owned which customers: import the history of owners.",
    ),
    (
        "missing.hours",
        "Too few hours are recorded ({hours_share%} of those available): import calendars, or let sellers report four weeks, to see where the time goes.",
    ),
    (
        "missing.arr",
        "Recurring revenue is not known for all months: import subscriptions, or won opportunities to derive them from.",
    ),
    (
        "crowd_out.yes",
        "In months that began with ten customers more, a seller won {estimate+} customers fewer (95 % interval {low} to {high}; usually {usual_won} a month, with {usual_held} held). The same regression on sellers whose load has no effect hardly ever shows this much (p = {p_value}, {p_adjusted} corrected).",
    ),
    (
        "crowd_out.no",
        "Ten customers more go with {estimate} new customers a month (95 % interval {low} to {high}); a fall that matters is excluded.",
    ),
    (
        "crowd_out.not_distinguishable",
        "Ten customers more go with {estimate} new customers a month (95 % interval {low} to {high}); sellers whose load has no effect may look like this (p = {p_value}, {p_adjusted} corrected). The uncorrected figure would be {naive}: do not read it.",
    ),
    (
        "crowd_out.not_enough_data.sellers",
        "Crowding out needs at least three sellers who held and won customers for half a year; there are {sellers}.",
    ),
    ("crowd_out.not_enough_data.months", "Crowding out needs at least nine months; there are {months}."),
    ("crowd_out.not_enough_data.won", "Crowding out needs at least 40 customers won; there are {won}."),
    (
        "crowd_out.not_enough_data.load",
        "The number of customers held hardly changes, so nothing can be said about its effect.",
    ),
    (
        "acquisition_trend.yes",
        "New customers per seller fall by {estimate+%} of the usual number each year (95 % interval {low%} to {high%}; p = {p_value}, {p_adjusted} corrected), the season taken out.",
    ),
    (
        "acquisition_trend.no",
        "New customers per seller do not fall in a way that matters: {estimate%} of the usual number a year (95 % interval {low%} to {high%}).",
    ),
    (
        "acquisition_trend.not_distinguishable",
        "New customers per seller change by {estimate%} of the usual number a year (95 % interval {low%} to {high%}), which is not beyond chance (p = {p_value}, {p_adjusted} corrected).",
    ),
    (
        "acquisition_trend.not_enough_data.months",
        "A trend of new customers needs at least 15 months in which the number is known.",
    ),
    (
        "growth_trend.yes",
        "The yearly growth rate of recurring revenue falls by {estimate+#} points each year (95 % interval {low#} to {high#}; p = {p_value}, {p_adjusted} corrected). A company that adds the same amount each year grows at a falling rate, so this alone is no sign of stretch.",
    ),
    (
        "growth_trend.no",
        "The growth rate of recurring revenue does not fall in a way that matters ({estimate#} points a year, 95 % interval {low#} to {high#}).",
    ),
    (
        "growth_trend.not_distinguishable",
        "The growth rate of recurring revenue changes by {estimate#} points a year (95 % interval {low#} to {high#}), which is not beyond chance (p = {p_value}, {p_adjusted} corrected).",
    ),
    (
        "growth_trend.not_enough_data.months",
        "A trend of growth needs at least 15 months with recurring revenue.",
    ),
    (
        "drift_to_easy.yes",
        "Easy work takes {estimate+#} points more of the hours with customers each year (95 % interval {low#} to {high#}; p = {p_value}, {p_adjusted} corrected).",
    ),
    (
        "drift_to_easy.no",
        "Easy work does not take a growing share of the hours in a way that matters ({estimate#} points a year, 95 % interval {low#} to {high#}).",
    ),
    (
        "drift_to_easy.not_distinguishable",
        "The share of easy work changes by {estimate#} points a year (95 % interval {low#} to {high#}), which is not beyond chance (p = {p_value}, {p_adjusted} corrected).",
    ),
    (
        "drift_to_easy.not_enough_data.coverage_low",
        "Only {coverage%} of the hours are recorded: a drift to easy work cannot be told from a drift in what is recorded.",
    ),
    (
        "drift_to_easy.not_enough_data.coverage_changed",
        "Recording went from {coverage_first%} to {coverage_last%} of the hours: a drift to easy work cannot be told from this.",
    ),
    ("drift_to_easy.not_enough_data.months", "A drift needs at least 15 months with recorded hours."),
    (
        "drift_to_urgent.yes",
        "Urgent work takes {estimate+#} points more of the hours with customers each year (95 % interval {low#} to {high#}; p = {p_value}, {p_adjusted} corrected).",
    ),
    (
        "drift_to_urgent.no",
        "Urgent work does not take a growing share of the hours in a way that matters ({estimate#} points a year, 95 % interval {low#} to {high#}).",
    ),
    (
        "drift_to_urgent.not_distinguishable",
        "The share of urgent work changes by {estimate#} points a year (95 % interval {low#} to {high#}), which is not beyond chance (p = {p_value}, {p_adjusted} corrected).",
    ),
    (
        "drift_to_urgent.not_enough_data.coverage_low",
        "Only {coverage%} of the hours are recorded: a drift to urgent work cannot be told from a drift in what is recorded.",
    ),
    (
        "drift_to_urgent.not_enough_data.coverage_changed",
        "Recording went from {coverage_first%} to {coverage_last%} of the hours: a drift to urgent work cannot be told from this.",
    ),
    ("drift_to_urgent.not_enough_data.months", "A drift needs at least 15 months with recorded hours."),
    (
        "hunting_share.yes.too_much",
        "{estimate%} of the selling time goes into new business (95 % interval {low%} to {high%}), more than the published optimum of {reference%} and a wide band around it. That optimum comes from one study of 227 sellers: a place to start, not a law.",
    ),
    (
        "hunting_share.yes.too_little",
        "Only {estimate%} of the selling time goes into new business (95 % interval {low%} to {high%}), less than the published optimum of {reference%} and a wide band around it. That optimum comes from one study of 227 sellers: a place to start, not a law.",
    ),
    (
        "hunting_share.no",
        "{estimate%} of the selling time goes into new business (95 % interval {low%} to {high%}), about right against the published optimum of {reference%}, which comes from one study of 227 sellers.",
    ),
    (
        "hunting_share.not_distinguishable",
        "{estimate%} of the selling time goes into new business (95 % interval {low%} to {high%}): sellers differ too much to say whether that is out of line with the published optimum of {reference%}.",
    ),
    (
        "hunting_share.not_enough_data.coverage_low",
        "Only {coverage%} of the last year's hours are recorded, so the share of new business is not known.",
    ),
    (
        "hunting_share.not_enough_data.sellers",
        "Fewer than three sellers have enough of their last year's hours recorded.",
    ),
    ("verdict.stretched", "The team is stretched: customer work crowds out new business."),
    (
        "verdict.stretched.hours",
        "The team looks stretched: customer work takes the hours of new business, and fewer customers are won.",
    ),
    ("verdict.not_stretched", "The team is not stretched, as far as these data show."),
    (
        "verdict.too_much_hunting",
        "The team is not short of time for new business: it may be hunting too much.",
    ),
    ("verdict.not_enough_data", "These data cannot tell whether the team is stretched."),
    (
        "sure.stretched",
        "Sellers on whom load has no effect would look like this in {p_adjusted%} of such teams, all questions counted; {sellers} sellers over {months} months.",
    ),
    (
        "sure.hours",
        "Beyond chance, customer work takes a growing share of the hours and fewer customers are won per seller; {by_hours%} of that fall goes with fewer hours for new business, the rest with fewer wins an hour. The load itself does not show that more customers are the cause (95 % interval {low} to {high} new customers a month for ten customers more).",
    ),
    (
        "change.market",
        "If new business had become harder to find first, and sellers had then turned to their customers, the hours would look alike: ask them, and look at the market.",
    ),
    (
        "sure.excluded",
        "The data are enough to exclude an effect of load that matters (95 % interval {low} to {high} new customers a month for ten customers more).",
    ),
    (
        "sure.no_slowdown",
        "Whether load has an effect cannot be told, but new business per seller does not slow down, so nothing has crowded it out yet.",
    ),
    (
        "sure.too_much_hunting",
        "The share of hours is known well; that it is too much rests on one published study.",
    ),
    (
        "sure.unclear",
        "What is seen is what chance often brings; an effect that matters may be there or not (95 % interval {low} to {high} new customers a month for ten customers more).",
    ),
    ("sure.too_little", "There is too little to look at, so nothing is claimed."),
    (
        "change.other_cause",
        "If sellers with more customers also ran out of prospects in their territory, the same pattern would appear; recorded hours tell the two apart.",
    ),
    (
        "change.growing_load",
        "More customers per seller than were held so far: the answer holds for the loads that were seen.",
    ),
    (
        "change.reference",
        "A reference of your own: what share of hunting goes with growth and retention in your best teams.",
    ),
    (
        "change.more_months",
        "More months, more sellers, or hand-overs that change load for some sellers and not for others.",
    ),
    (
        "change.hours",
        "Recorded hours: they show directly whether customer work takes the time of new business.",
    ),
    (
        "next.redirect",
        "Try the mild remedies first: training, incentives and clear expectations for new business, in half of the team, and compare the halves.",
    ),
    (
        "next.easy_work",
        "Agree on how much time friendly, developed customers get, and what can wait or be done by others.",
    ),
    (
        "next.urgent_work",
        "Find out which customers cause urgent work and why; move what is not selling to service.",
    ),
    (
        "next.then_decide",
        "If redirecting does not work within half a year, compare one role with two in the simulator before any split.",
    ),
    ("next.watch", "Keep watching: look again when books have grown."),
    (
        "next.care_for_customers",
        "See whether renewals and expansion suffer before more hunting is asked for.",
    ),
    ("next.measure", "Measure first: do not change roles on data that cannot tell."),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_filled_in() {
        let numbers =
            Numbers::from([("estimate", -0.2504), ("p_value", 0.0005), ("low", -1.0), ("high", 0.0)]);
        assert_eq!(
            fill("{estimate} {estimate%} {estimate+} {estimate+%} {p_value} {low%} {high}.", &numbers),
            "-0.25 -25 % 0.25 25 % 0.0005 -100 % 0."
        );
    }
}
