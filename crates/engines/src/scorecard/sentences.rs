//! The sentences of the scorecard: code, English, Traditional Chinese.

/// Codes with their sentences.
pub const SENTENCES: &[(&str, &str, &str)] = &[
    (
        "acquisition.ahead",
        "{actual} customers were won in {months} months, more than the plan let expect ({promised}, from {low} to {high}).",
        "{months} 個月贏得 {actual} 個客戶，多於計畫的預期（{promised}，範圍 {low} 至 {high}）。",
    ),
    (
        "acquisition.as_promised",
        "{actual} customers were won in {months} months, as the plan let expect ({promised}, from {low} to {high}).",
        "{months} 個月贏得 {actual} 個客戶，符合計畫的預期（{promised}，範圍 {low} 至 {high}）。",
    ),
    (
        "acquisition.behind",
        "{actual} customers were won in {months} months, fewer than the plan let expect ({promised}, from {low} to {high}): look where the hunters' hours go.",
        "{months} 個月贏得 {actual} 個客戶，少於計畫的預期（{promised}，範圍 {low} 至 {high}）：請查看開發業務的時間花在哪裡。",
    ),
    (
        "retention.ahead",
        "{actual%} of recurring revenue is kept a year, more than the plan let expect ({promised%}, from {low%} to {high%}).",
        "經常性收入每年留住 {actual%}，高於計畫的預期（{promised%}，範圍 {low%} 至 {high%}）。",
    ),
    (
        "retention.as_promised",
        "{actual%} of recurring revenue is kept a year, as the plan let expect ({promised%}, from {low%} to {high%}).",
        "經常性收入每年留住 {actual%}，符合計畫的預期（{promised%}，範圍 {low%} 至 {high%}）。",
    ),
    (
        "retention.behind",
        "{actual%} of recurring revenue is kept a year, less than the plan let expect ({promised%}, from {low%} to {high%}): see whether units that were handed over are the ones that leave.",
        "經常性收入每年留住 {actual%}，低於計畫的預期（{promised%}，範圍 {low%} 至 {high%}）：請查看流失的是否為已交接的單位。",
    ),
    (
        "growth.ahead",
        "Recurring revenue grew by {actual%} since the split, more than the plan let expect ({promised%}, from {low%} to {high%}).",
        "拆分以來經常性收入成長 {actual%}，高於計畫的預期（{promised%}，範圍 {low%} 至 {high%}）。",
    ),
    (
        "growth.as_promised",
        "Recurring revenue grew by {actual%} since the split, as the plan let expect ({promised%}, from {low%} to {high%}).",
        "拆分以來經常性收入成長 {actual%}，符合計畫的預期（{promised%}，範圍 {low%} 至 {high%}）。",
    ),
    (
        "growth.behind",
        "Recurring revenue grew by {actual%} since the split, less than the plan let expect ({promised%}, from {low%} to {high%}).",
        "拆分以來經常性收入成長 {actual%}，低於計畫的預期（{promised%}，範圍 {low%} 至 {high%}）。",
    ),
    (
        "cost.ahead",
        "The sales force cost {actual~} in {months} months, less than planned ({promised~}, from {low~} to {high~}).",
        "業務團隊 {months} 個月的成本為 {actual~}，低於計畫（{promised~}，範圍 {low~} 至 {high~}）。",
    ),
    (
        "cost.as_promised",
        "The sales force cost {actual~} in {months} months, as planned ({promised~}, from {low~} to {high~}).",
        "業務團隊 {months} 個月的成本為 {actual~}，符合計畫（{promised~}，範圍 {low~} 至 {high~}）。",
    ),
    (
        "cost.behind",
        "The sales force cost {actual~} in {months} months, more than planned ({promised~}, from {low~} to {high~}).",
        "業務團隊 {months} 個月的成本為 {actual~}，高於計畫（{promised~}，範圍 {low~} 至 {high~}）。",
    ),
    (
        "profit.ahead",
        "Margin less cost was {actual~} in {months} months, more than the plan let expect ({promised~}, from {low~} to {high~}).",
        "{months} 個月的毛利減成本為 {actual~}，高於計畫的預期（{promised~}，範圍 {low~} 至 {high~}）。",
    ),
    (
        "profit.as_promised",
        "Margin less cost was {actual~} in {months} months, as the plan let expect ({promised~}, from {low~} to {high~}).",
        "{months} 個月的毛利減成本為 {actual~}，符合計畫的預期（{promised~}，範圍 {low~} 至 {high~}）。",
    ),
    (
        "profit.behind",
        "Margin less cost was {actual~} in {months} months, less than the plan let expect ({promised~}, from {low~} to {high~}).",
        "{months} 個月的毛利減成本為 {actual~}，低於計畫的預期（{promised~}，範圍 {low~} 至 {high~}）。",
    ),
    (
        "line.not_known",
        "For the {months} months since the split it is not known, or nothing was promised for so long.",
        "拆分以來的 {months} 個月並無資料，或計畫未涵蓋這麼長的期間。",
    ),
    (
        "handed_over.better",
        "After {months} months, units that were handed over have {estimate%} more revenue than units alike that were not (95 % interval {low%} to {high%}); {lost%} more of them were lost. {matched} of {units} units of {customers} customers had somebody alike.",
        "{months} 個月後，已交接的單位比相似但未交接的單位收入多 {estimate%}（95% 區間 {low%} 至 {high%}）；流失的比例多 {lost%}。{units} 個單位中有 {matched} 個（{customers} 個客戶）找得到相似者。",
    ),
    (
        "handed_over.no_difference",
        "After {months} months, units that were handed over and units alike that were not cannot be told apart ({estimate%}, 95 % interval {low%} to {high%}); {lost%} more of them were lost. {matched} of {units} units of {customers} customers had somebody alike.",
        "{months} 個月後，已交接與相似但未交接的單位看不出差別（{estimate%}，95% 區間 {low%} 至 {high%}）；流失的比例多 {lost%}。{units} 個單位中有 {matched} 個（{customers} 個客戶）找得到相似者。",
    ),
    (
        "handed_over.worse",
        "After {months} months, units that were handed over have less revenue than units alike that were not ({estimate%}, 95 % interval {low%} to {high%}); {lost%} more of them were lost. {matched} of {units} units of {customers} customers had somebody alike. Look at the handoffs: overlap, meetings, briefs.",
        "{months} 個月後，已交接的單位收入低於相似但未交接的單位（{estimate%}，95% 區間 {low%} 至 {high%}）；流失的比例多 {lost%}。{units} 個單位中有 {matched} 個（{customers} 個客戶）找得到相似者。請檢視交接過程：重疊期間、會議、客戶簡報。",
    ),
    (
        "handed_over.too_few",
        "After {months} months, {matched} of {units} units that were handed over had somebody alike, of {customers} customers: at least eight customers are needed.",
        "{months} 個月後，{units} 個已交接單位中有 {matched} 個找得到相似者，屬於 {customers} 個客戶：至少需要八個客戶。",
    ),
    (
        "pair.none",
        "The hunter is paired with nobody, and handed over {handoffs} units all the same: publish an alignment.",
        "這位開發業務沒有配對的客戶經理，卻已交接 {handoffs} 個單位：請發布區域配置。",
    ),
    (
        "pair.elsewhere",
        "Only {share%} of {handoffs} handoffs went to the paired account manager: see whether the pair still fits, or the account manager is full.",
        "{handoffs} 次交接中只有 {share%} 交給配對的客戶經理：請查看這組配對是否仍合適，或客戶經理已經滿載。",
    ),
    (
        "pair.not_met",
        "Only in {share%} of {handoffs} handoffs did both meet the customer: plan the introduction before the date.",
        "{handoffs} 次交接中只有 {share%} 由兩人一同拜訪客戶：請在日期前安排介紹會議。",
    ),
    (
        "pair.briefs",
        "Briefs are rated {rating} of 5 ({ratings} ratings): ask the account manager what is missing.",
        "客戶簡報的評分為 5 分中的 {rating} 分（{ratings} 次評分）：請問客戶經理缺了什麼。",
    ),
    (
        "alert.stretched",
        "{who} is asked for {rho%} of the hours there are, for {units} units: move units to others.",
        "{who} 被要求投入可用時數的 {rho%}，負責 {units} 個單位：請把部分單位移給他人。",
    ),
    (
        "alert.stretched.arriving",
        "{who} is asked for {rho%} of the hours there are, for {units} units, and {arriving} more are about to arrive: hold them, or move others.",
        "{who} 被要求投入可用時數的 {rho%}，負責 {units} 個單位，還有 {arriving} 個即將交入：請暫緩，或移出其他單位。",
    ),
    (
        "alert.renewal",
        "{who} renews on {day}, in {days} days, and nobody has spoken with them about it: {arr~} are at stake. Prepare the renewal.",
        "{who} 將於 {day}（{days} 天後）續約，但尚未有人與其洽談：涉及 {arr~}。請準備續約。",
    ),
    (
        "alert.silent",
        "Nobody has spoken with {who} for {days} days ({arr~} a year): call.",
        "已有 {days} 天沒有人與 {who} 聯繫（每年 {arr~}）：請致電。",
    ),
    (
        "alert.silent.new",
        "{who} was handed over and has not been spoken with for {days} days ({arr~} a year): the first weeks decide, call now.",
        "{who} 已交接，卻已 {days} 天沒有聯繫（每年 {arr~}）：最初幾週最關鍵，請立即致電。",
    ),
    (
        "alert.silent.never",
        "No contact with {who} is on record ({arr~} a year): call, or record it.",
        "沒有與 {who} 聯繫的記錄（每年 {arr~}）：請致電，或補上記錄。",
    ),
    (
        "alert.share.open",
        "The hunter's share of {who} ends on {day}, in {days} days, and the handoff is not done: finish it while both have a reason to.",
        "{who} 的過渡分潤將於 {day}（{days} 天後）結束，但交接尚未完成：請趁雙方仍有誘因時完成。",
    ),
    (
        "alert.share.done",
        "The hunter's share of {who} ends on {day}, in {days} days: tell the hunter before the statement does.",
        "{who} 的過渡分潤將於 {day}（{days} 天後）結束：請在對帳單之前先告知開發業務。",
    ),
    (
        "inside.saving.kept",
        "Serving from inside saves {saving%} of the cost, as promised ({promised%}).",
        "由內勤服務節省 {saving%} 的成本，符合承諾（{promised%}）。",
    ),
    (
        "inside.saving.broken",
        "Serving from inside saves {saving%} of the cost, less than promised ({promised%}).",
        "由內勤服務節省 {saving%} 的成本，低於承諾（{promised%}）。",
    ),
    (
        "inside.saving.cannot_tell",
        "What serving costs is not known, so the promised saving of {promised%} cannot be checked.",
        "服務成本未知，因此無法檢查承諾的 {promised%} 節省。",
    ),
    (
        "inside.loss.kept",
        "{units} units that were moved inside lose {loss%} of their revenue a year beyond units alike in the field (95 % interval {low%} to {high%}, {months} months each): no more than the {promised%} that was promised.",
        "移到內勤的 {units} 個單位，每年比相似的外勤單位多流失 {loss%} 的收入（95% 區間 {low%} 至 {high%}，各 {months} 個月）：未超過承諾的 {promised%}。",
    ),
    (
        "inside.loss.broken",
        "{units} units that were moved inside lose {loss%} of their revenue a year beyond units alike in the field (95 % interval {low%} to {high%}, {months} months each): more than the {promised%} that was promised. Move the most valuable ones back.",
        "移到內勤的 {units} 個單位，每年比相似的外勤單位多流失 {loss%} 的收入（95% 區間 {low%} 至 {high%}，各 {months} 個月）：超過承諾的 {promised%}。請把價值最高的移回外勤。",
    ),
    (
        "inside.loss.cannot_tell",
        "{units} units that were moved inside lose {loss%} of their revenue a year beyond units alike in the field (95 % interval {low%} to {high%}, {months} months each): whether that is more than the {promised%} that was promised cannot be told.",
        "移到內勤的 {units} 個單位，每年比相似的外勤單位多流失 {loss%} 的收入（95% 區間 {low%} 至 {high%}，各 {months} 個月）：無法判斷是否超過承諾的 {promised%}。",
    ),
    (
        "inside.loss.too_few",
        "Too few of the {units} units that were moved inside have somebody alike in the field after {months} months: what is lost cannot be told.",
        "移到內勤的 {units} 個單位在 {months} 個月後，找得到相似外勤單位的太少：無法判斷流失。",
    ),
    (
        "inside.worth.pays",
        "The channel pays: about {worth~} a year, saving less the margin on what is lost.",
        "這個通路划算：每年約 {worth~}（節省的成本減去流失的毛利）。",
    ),
    (
        "inside.worth.costs",
        "The channel costs more than it saves: about {worth~} a year.",
        "這個通路的損失大於節省：每年約 {worth~}。",
    ),
];
