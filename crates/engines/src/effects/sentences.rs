//! The sentences: code, English, Traditional Chinese.

/// What outcomes are called, in the order of `Outcome::ALL`.
pub const OUTCOMES: [(&str, &str); 7] = [
    ("the share of hours for new business", "新業務所佔時數比例"),
    ("the hours for new business", "新業務時數"),
    ("new-business opportunities", "新業務商機"),
    ("customers won", "贏得的客戶"),
    ("the share of easy work", "輕鬆工作所佔比例"),
    ("the share of urgent work", "緊急工作所佔比例"),
    ("recurring revenue added", "新增的經常性收入"),
];

/// Codes with their sentences.
pub const SENTENCES: &[(&str, &str, &str)] = &[
    (
        "verdict.worked",
        "It worked: {outcome} changed by {estimate±} per person against what was to be expected without it ({sure%} interval {low~} to {high~}; {expected±} was hoped for).",
        "有效：與沒有介入時的預期相比，每人的{outcome}變動 {estimate±}（{sure%} 區間 {low~} 至 {high~}；原先期望 {expected±}）。",
    ),
    (
        "verdict.partly",
        "It worked in part: {outcome} changed by {estimate±} per person ({sure%} interval {low~} to {high~}), which is beyond chance but less than the {expected±} that was hoped for.",
        "部分有效：每人的{outcome}變動 {estimate±}（{sure%} 區間 {low~} 至 {high~}），超出偶然的範圍，但低於原先期望的 {expected±}。",
    ),
    (
        "verdict.did_not.excluded",
        "It did not work: {outcome} changed by {estimate±} per person ({sure%} interval {low~} to {high~}), so that even half of the {expected±} that was hoped for is excluded.",
        "無效：每人的{outcome}變動 {estimate±}（{sure%} 區間 {low~} 至 {high~}），連原先期望 {expected±} 的一半都可以排除。",
    ),
    (
        "verdict.did_not.harm",
        "It did harm: {outcome} changed by {estimate±} per person ({sure%} interval {low~} to {high~}), beyond chance and in the wrong direction.",
        "反而有害：每人的{outcome}變動 {estimate±}（{sure%} 區間 {low~} 至 {high~}），超出偶然的範圍，且方向相反。",
    ),
    (
        "verdict.cannot_tell.chance",
        "The data cannot tell: {outcome} changed by {estimate±} per person ({sure%} interval {low~} to {high~}), which may be chance and may be the {expected±} that was hoped for.",
        "資料無法判斷：每人的{outcome}變動 {estimate±}（{sure%} 區間 {low~} 至 {high~}），可能是偶然，也可能是原先期望的 {expected±}。",
    ),
    (
        "verdict.cannot_tell.too_early",
        "It is too early to tell: {months} of {months_all} months that count are over. A look before the end may claim only what is overwhelming (p at most {level}), so that whoever looks often finds no more than whoever waits.",
        "現在判斷還太早：應計入的 {months_all} 個月只過了 {months} 個月。結束前查看只能認定極為明顯的結果（p 不超過 {level}），因此常常查看的人不會比耐心等待的人更容易「發現」效果。",
    ),
    (
        "verdict.cannot_tell.readings",
        "The data cannot tell: one way of comparing finds an effect and the other does not, so that it may come from how people were picked.",
        "資料無法判斷：一種比較方式看得到效果，另一種看不到，因此差異可能來自挑選人員的方式。",
    ),
    (
        "verdict.cannot_tell.placebo",
        "The data cannot tell: the same comparison finds {placebo±} in months before it began, when there was nothing to find, so that what it finds afterwards is no proof.",
        "資料無法判斷：同樣的比較在開始之前的月份也得出 {placebo±}，而當時不可能有效果，因此之後的結果不足為證。",
    ),
    (
        "verdict.cannot_tell.not_enough_data",
        "The data cannot tell, because there is too little of it.",
        "資料太少，無法判斷。",
    ),
    (
        "missing.not_begun",
        "No month that counts is over yet: the first is {first_month} months away.",
        "應計入的月份都還沒結束：距第一個月還有 {first_month} 個月。",
    ),
    (
        "missing.outcome",
        "For nobody who takes part is {outcome} known before and after: bring a panel with this column.",
        "參與者在開始前後的{outcome}都未知：請提供含有此欄的資料。",
    ),
    (
        "missing.people",
        "{treated} take part and {compared} can be compared: at least three are needed on either side, and so many that chance alone shows so much less than once in twenty times (four and four do).",
        "有 {treated} 人參與、{compared} 人可供比較：兩邊至少各需三人，且人數要足以使單憑偶然出現同樣結果的機會低於二十分之一（四對四即可）。",
    ),
    (
        "missing.groups",
        "Whole groups take part or do not, so groups count and not people: {treated} take part and {compared} can be compared.",
        "參與與否以整個群組為單位，因此計算的是群組而非個人：{treated} 個群組參與，{compared} 個可供比較。",
    ),
    (
        "missing.months_before",
        "Only {before} months before the beginning are known: at least three are needed, twelve are better.",
        "開始之前只知道 {before} 個月：至少需要三個月，十二個月更好。",
    ),
    (
        "missing.months_before_series",
        "Everybody began at once, so before and after is all there is; that needs 24 months before, to know season and trend. {before} are known.",
        "所有人同時開始，只能比較前後；這需要開始前 24 個月的資料才能扣除季節與趨勢。目前知道 {before} 個月。",
    ),
    (
        "missing.steps",
        "Nobody is left to compare with in the months that count, and the beginnings differ, so that before and after cannot be told apart either.",
        "應計入的月份裡沒有人可供比較，而各人的開始時間又不同，因此也無法比較前後。",
    ),
    (
        "method.drawn",
        "{treated} people who were drawn are compared with {compared} for whom it had not begun, {months} months after against {before} before. Chance is counted over {ways} ways in which the draw could have come out.",
        "抽籤選出的 {treated} 人，與尚未開始的 {compared} 人比較，開始後 {months} 個月對照開始前 {before} 個月。偶然的機會由抽籤可能出現的 {ways} 種結果計算。",
    ),
    (
        "method.chosen",
        "{treated} people who were chosen are compared with {compared} for whom it had not begun, {months} months after against {before} before. Because they were chosen, two ways of comparing must agree.",
        "挑選出的 {treated} 人，與尚未開始的 {compared} 人比較，開始後 {months} 個月對照開始前 {before} 個月。由於人員是挑選的，兩種比較方式必須一致。",
    ),
    (
        "method.groups",
        "Whole groups take part or do not, so {treated} groups are compared with {compared}; people of one group share its luck and do not count one by one.",
        "參與與否以整個群組為單位，因此以 {treated} 個群組與 {compared} 個群組比較；同一群組的人運氣相同，不能逐一計算。",
    ),
    (
        "method.series",
        "Everybody began at once, so {months} months are held against what {before} months before let expect, with season, trend and the persistence of good and bad times. Whatever else changed at the same time counts as its effect.",
        "所有人同時開始，因此以 {months} 個月對照之前 {before} 個月所能預期的結果，並扣除季節、趨勢與好壞時期的延續。同一時間的其他變化都會算成它的效果。",
    ),
    (
        "reading.drawn",
        "Compared with people who were alike before: {estimate±} ({sure%} interval {low~} to {high~}, p = {p_value}).",
        "與之前相似的人相比：{estimate±}（{sure%} 區間 {low~} 至 {high~}，p = {p_value}）。",
    ),
    (
        "reading.change",
        "Change against change: {estimate±} ({sure%} interval {low~} to {high~}, p = {p_value}). This is right if people differ by something that stays.",
        "以變化對變化：{estimate±}（{sure%} 區間 {low~} 至 {high~}，p = {p_value}）。若人與人之間的差異一直存在，這種比較是對的。",
    ),
    (
        "reading.alike",
        "Beside {compared} people who were most alike before: {estimate±} ({sure%} interval {low~} to {high~}, p = {p_value}). This is right if people were picked for what chance had done to them.",
        "與之前最相似的 {compared} 人相比：{estimate±}（{sure%} 區間 {low~} 至 {high~}，p = {p_value}）。若人員是因一時的運氣而被挑中，這種比較是對的。",
    ),
    (
        "reading.alike.far",
        "As if all had been alike before: {estimate±} ({sure%} interval {low~} to {high~}, p = {p_value}). Too few were alike, so all {compared} are compared; the two sides were {apart} standard deviations apart before.",
        "假設之前都相似：{estimate±}（{sure%} 區間 {low~} 至 {high~}，p = {p_value}）。相似的人太少，因此與全部 {compared} 人比較；兩邊之前相差 {apart} 個標準差。",
    ),
    (
        "reading.straight",
        "Against a straight line: {estimate±} ({sure%} interval {low~} to {high~}, p = {p_value}).",
        "對照直線趨勢：{estimate±}（{sure%} 區間 {low~} 至 {high~}，p = {p_value}）。",
    ),
    (
        "reading.bent",
        "Against a bent line: {estimate±} ({sure%} interval {low~} to {high~}, p = {p_value}). A fall that slows down by itself must not count as an effect.",
        "對照彎曲趨勢：{estimate±}（{sure%} 區間 {low~} 至 {high~}，p = {p_value}）。自行趨緩的下滑不能算成效果。",
    ),
    (
        "baseline.not_locked",
        "It was never started in Tandem, so that what is expected of it is not locked: it could have been written after the effect was seen.",
        "它從未在 Tandem 中啟動，期望值沒有鎖定：可能是看到結果之後才寫下的。",
    ),
    (
        "baseline.late",
        "The baseline was locked {days} days after the beginning, so that what is expected may have been written after the effect was seen.",
        "基準在開始後 {days} 天才鎖定，期望值可能是看到結果之後才寫下的。",
    ),
    (
        "baseline.changed",
        "The record of the months before says something else today than when it was locked, for {people} people; the locked numbers are used.",
        "開始前月份的記錄與鎖定時不同，涉及 {people} 人；採用鎖定的數字。",
    ),
    (
        "placebo.clear",
        "Placebo: pretending that it began {earlier} months earlier finds {placebo±} (p = {p_value}), which is nothing, as it should be.",
        "安慰劑檢查：假裝提早 {earlier} 個月開始，得出 {placebo±}（p = {p_value}），沒有效果，符合預期。",
    ),
    (
        "placebo.found",
        "Placebo: pretending that it began {earlier} months earlier finds {placebo±} (p = {p_value}), though nothing had begun: the two sides moved apart before.",
        "安慰劑檢查：假裝提早 {earlier} 個月開始，卻得出 {placebo±}（p = {p_value}），而當時還沒開始：兩邊在之前就已出現差距。",
    ),
    (
        "placebo.found.series",
        "Placebo: pretending that it began {earlier} months earlier finds {placebo±} (p = {p_value}), though nothing had begun: the months before do not keep to a line.",
        "安慰劑檢查：假裝提早 {earlier} 個月開始，卻得出 {placebo±}（p = {p_value}），而當時還沒開始：之前的月份並不依循趨勢線。",
    ),
    (
        "placebo.none",
        "There are too few months before to pretend an earlier beginning.",
        "開始前的月份太少，無法假裝提早開始。",
    ),
    (
        "placebo.untouched",
        "Among the {people} whom it never touched, {larger%} of {draws} random halves show a difference as large.",
        "在從未受影響的 {people} 人中，隨機分成兩半 {draws} 次，有 {larger%} 出現同樣大的差異。",
    ),
    (
        "power",
        "With so many people and months, an effect of {mde~} would be found four times out of five.",
        "以這樣的人數與月數，{mde~} 的效果五次有四次會被發現。",
    ),
    (
        "next.keep",
        "Keep it, and let those begin who were only compared.",
        "繼續進行，並讓只作比較的人也開始。",
    ),
    (
        "next.keep.all",
        "Keep it, and look again in a year: with nobody to compare, it may have been something else.",
        "繼續進行，一年後再看：沒有人可供比較，效果也可能來自其他變化。",
    ),
    (
        "next.keep_what_helps",
        "Keep what helps. Part of the way is left: open the question of splitting the role, with this result as evidence.",
        "保留有幫助的部分。仍有差距：以此結果為依據，開始討論是否拆分角色。",
    ),
    (
        "next.consider_splitting",
        "Redirecting did not do it: open the question of splitting the role, with this result as evidence, and compare one role with two in the simulator.",
        "重新導向沒有達成目標：以此結果為依據，開始討論是否拆分角色，並在模擬器中比較一種角色與兩種角色。",
    ),
    ("next.stop", "Stop it.", "請停止。"),
    (
        "next.wait",
        "Wait for the end, {end_in} months from now; nothing is gained by looking before.",
        "請等到 {end_in} 個月後結束；提早查看沒有好處。",
    ),
    (
        "next.more",
        "To find {expected±} four times out of five takes about {people} people on either side for as long, or more months: plan a pilot before the next one begins.",
        "要五次有四次發現 {expected±}，兩邊各需約 {people} 人、同樣的期間，或更多月份：下一次開始前請先規劃試行。",
    ),
    (
        "next.draw",
        "Draw who begins next time, so that one comparison is enough.",
        "下次請以抽籤決定由誰開始，這樣一種比較就夠了。",
    ),
    (
        "next.half",
        "Let half begin later next time, so that there is somebody to compare with.",
        "下次請讓一半的人晚點開始，才有人可供比較。",
    ),
    (
        "pilot.stands_on",
        "The months of {people} people over {months} months are the company's own variance; every window of them was looked at as if a pilot had begun there and changed nothing.",
        "以 {people} 人、{months} 個月的資料作為公司自身的變動；把其中每一段時間都當成試行期間、且試行毫無作用來檢視。",
    ),
    (
        "pilot.too_little",
        "{people} people over {months} months are too little to know how much months scatter by themselves: at least four people and five months are needed.",
        "{people} 人、{months} 個月的資料太少，無法得知各月本身的變動：至少需要四人與五個月。",
    ),
    (
        "pilot.enough",
        "With half of them drawn, {months} months see {expected±} in {power%} of pilots, and claim an effect that is not there in {false_alarms%}.",
        "抽籤讓其中一半參加，{months} 個月的試行有 {power%} 會看出 {expected±} 的效果，沒有效果卻誤認的則有 {false_alarms%}。",
    ),
    (
        "pilot.more_people",
        "With the people there are, even {months} months see {expected±} in only {power%} of pilots (false alarms {false_alarms%}); {detectable±} is the smallest effect that they would see four times out of five. It would take about {people} people on either side.",
        "以現有人數，即使試行 {months} 個月，也只有 {power%} 會看出 {expected±} 的效果（誤認 {false_alarms%}）；五次有四次看得出的最小效果是 {detectable±}。兩邊各需約 {people} 人。",
    ),
    (
        "pilot.hopeless",
        "No team is large enough to see {expected±} in {months} months ({power%} of pilots would, false alarms {false_alarms%}); the smallest effect that this team would see is {detectable±}. Judge by an outcome that scatters less.",
        "沒有團隊大到能在 {months} 個月內看出 {expected±} 的效果（只有 {power%} 的試行做得到，誤認 {false_alarms%}）；這個團隊看得出的最小效果是 {detectable±}。請改用變動較小的指標判斷。",
    ),
];
