//! Texts of the CRM in both languages: subjects, newsletters, notes, titles.
use super::activities::Subject;
use super::places::Language;

/// Subjects of a kind of work.
pub fn subjects(subject: Subject, language: Language) -> &'static [&'static str] {
    match language {
        Language::English => english(subject),
        Language::Chinese => chinese(subject),
    }
}

fn english(subject: Subject) -> &'static [&'static str] {
    match subject {
        Subject::Internal => &["Team meeting", "Forecast call", "Expense report", "One-on-one"],
        Subject::Urgent => &[
            "URGENT: import stopped",
            "Outage at customer",
            "Escalation: wrong invoice",
            "Complaint about response time",
        ],
        Subject::Service => {
            &["Question about reports", "User cannot sign in", "Help with settings", "New user to be added"]
        }
        Subject::Mail => &["Re: your question", "Answer to support mail", "Documents as promised"],
        Subject::Implementation => {
            &["Kick-off", "Onboarding session", "Training for key users", "Go-live check"]
        }
        Subject::Renewal => &["Renewal terms", "Renewal: open points", "Contract end in sight"],
        Subject::Visit => {
            &["Coffee with the team", "Quarterly review", "Passing by", "Lunch with the team lead"]
        }
        Subject::Travel => &["Drive to customer", "Train to customer"],
        Subject::Expansion => &["Upsell: Analytics", "Additional seats", "Upgrade options"],
        Subject::Hunting => {
            &["Discovery meeting", "Product demo", "Proposal walk-through", "Pitch to the board"]
        }
        Subject::Prospecting => {
            &["Cold call list", "Prospect research", "Follow-up after trade fair (prospect)"]
        }
    }
}

fn chinese(subject: Subject) -> &'static [&'static str] {
    match subject {
        Subject::Internal => &["團隊會議", "業績預測會議", "報帳", "一對一面談"],
        Subject::Urgent => &["緊急：資料匯入中斷", "系統當機處理", "客訴：帳單錯誤", "緊急：無法登入"],
        Subject::Service => &["報表問題", "設定協助", "新增使用者", "操作詢問"],
        Subject::Mail => &["回覆客戶來信", "提供文件", "說明使用方式"],
        Subject::Implementation => &["導入啟動會議", "教育訓練", "導入進度檢視", "上線檢查 (導入)"],
        Subject::Renewal => &["續約討論", "續約條件說明", "續約合約確認"],
        Subject::Visit => &["例行拜訪", "與窗口喝咖啡", "季度回顧", "順道拜訪"],
        Subject::Travel => &["出差前往客戶", "高鐵交通"],
        Subject::Expansion => &["擴充模組說明", "加購帳號數", "擴充方案報價"],
        Subject::Hunting => &["需求訪談 (開發)", "產品展示 (開發)", "提案說明", "提案簡報"],
        Subject::Prospecting => &["陌生開發電話", "潛在客戶開發研究", "展會名單開發"],
    }
}

/// The newsletter's subject.
pub fn newsletter(language: Language) -> &'static str {
    match language {
        Language::English => "Acme Cloud News",
        Language::Chinese => "Acme Cloud 電子報",
    }
}

/// A note after a first sale; `{}` is the seller.
pub fn won_notes(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &[
            "{} won this with the promise of a go-live within eight weeks. Their IT lead wants a named contact.",
            "Competitor was cheaper; the decision was made on support in the own language. Price is fixed for two years. ({})",
            "They start with one team. The head of operations is the champion, finance is sceptical. ({})",
            "Data come from an old system that nobody knows any more; {} promised help with the first import.",
        ],
        Language::Chinese => &[
            "{} 承諾八週內上線，對方資訊主管希望有固定窗口。",
            "競爭者報價較低，客戶因為中文支援而選擇我們，價格兩年內不調整。（{}）",
            "先由一個團隊開始使用，營運主管支持，財務部門仍有疑慮。（{}）",
            "舊系統資料無人熟悉，{} 答應協助第一次匯入。",
        ],
    }
}

/// A note at a change of hands; `{}` are who had it and who has it.
pub fn handover_notes(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &[
            "Handed over from {} to {}. Open: the price question of the last meeting. Do not call before ten.",
            "{} hands this over to {}. They were promised a visit this quarter.",
            "From {} to {} without a meeting with the customer; introduce yourself.",
        ],
        Language::Chinese => &[
            "由 {} 交接給 {}。未結事項：上次會議的價格問題。十點以前請勿致電。",
            "{} 交接給 {}，曾答應本季拜訪。",
            "由 {} 交接給 {}，尚未與客戶見面，請主動自我介紹。",
        ],
    }
}

/// Job titles and the role they have in buying.
pub fn titles(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::English => &[
            ("Chief Operating Officer", "decision maker"),
            ("Head of IT", "champion"),
            ("Purchasing Manager", "purchasing"),
            ("Team Lead", "user"),
            ("Finance Director", "decision maker"),
        ],
        Language::Chinese => &[
            ("營運長", "decision maker"),
            ("資訊主管", "champion"),
            ("採購經理", "purchasing"),
            ("組長", "user"),
            ("財務長", "decision maker"),
        ],
    }
}
