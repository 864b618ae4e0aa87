//! The competencies that ship: what hunters and account managers must be able to do, with what others see at each level.
use super::Competency;
use crate::languages::Words;
use crate::sellers::SellerRole;

macro_rules! competencies {
    ($($id:literal $role:ident $needed:literal $critical:literal $en:literal $zh:literal
        $one:literal $one_zh:literal $two:literal $two_zh:literal $three:literal $three_zh:literal $four:literal $four_zh:literal;)+) => {
        /// Every competency, by role.
        pub static COMPETENCIES: &[Competency] = &[$(Competency {
            id: $id,
            role: SellerRole::$role,
            title: Words::fixed($en, $zh),
            levels: [
                Words::fixed($one, $one_zh), Words::fixed($two, $two_zh), Words::fixed($three, $three_zh), Words::fixed($four, $four_zh),
            ],
            needed: $needed,
            critical: $critical,
        }),+];
    };
}

competencies! {
    "find-customers" Hunter 3 true "Finding customers" "開發名單"
        "Works through a list that others made." "依他人名單開發。"
        "Makes an own list from a description of good customers." "能依理想客戶描述自行建立名單。"
        "Finds buyers in companies where nobody is known." "能在毫無人脈的公司找到決策者。"
        "Shows others how, and improves the description." "能教導他人並改進客戶描述。";
    "ask-for-the-meeting" Hunter 3 true "Asking for the meeting" "爭取會面"
        "Asks after a prompt." "經提醒後開口邀約。"
        "Asks in every first talk." "每次初談都主動邀約。"
        "Asks again after a no, and gets one meeting in ten." "遭拒後再次邀約，十次得一。"
        "Coaches others from recordings of own calls." "以自己的通話錄音指導他人。";
    "qualify" Hunter 3 true "Telling good chances from others" "評估商機"
        "Notes what the customer says it needs." "記錄客戶所說的需求。"
        "Knows who decides, by when, with which money." "掌握決策者、時程與預算。"
        "Lets a bad chance go within weeks, and says why." "數週內放棄不合適的商機並說明理由。"
        "Reviews others' chances with them." "協助同事檢視商機。";
    "win" Hunter 3 true "Winning the first sale" "贏得首張訂單"
        "Takes part in a negotiation." "參與議價。"
        "Leads a usual sale to the signature." "獨力完成一般案件簽約。"
        "Wins against a rival without giving the price away." "不靠降價勝過競爭者。"
        "Leads the hardest sales with others." "帶領同事完成最難的案件。";
    "promise-what-can-be-kept" Hunter 3 true "Promising only what can be kept" "只承諾做得到的事"
        "Asks before promising." "承諾前先詢問。"
        "Writes every promise down the same day." "當日寫下每項承諾。"
        "No promise had to be taken back in a year." "一年內沒有收回的承諾。"
        "Others ask before they promise." "同事承諾前會來請教。";
    "let-go" Hunter 2 true "Handing customers over" "交接客戶"
        "Fills in a brief with help." "在協助下填寫簡報。"
        "Briefs are accepted at the first or second try, in time." "簡報準時並在一兩次內被接受。"
        "The receiver asks nothing that the brief could have said." "接手人不需再問簡報應寫明的事。"
        "Shows others how customers are prepared for the change." "教導他人如何讓客戶準備好異動。";
    "network" Hunter 2 false "Building a network" "經營人脈"
        "Goes where customers meet." "出席客戶聚會的場合。"
        "Keeps in touch with people who do not buy now." "與暫無需求者保持聯繫。"
        "Is introduced by customers." "常獲客戶引薦。"
        "Brings others into the network." "帶領他人進入人脈圈。";
    "know-the-customer" AccountManager 3 true "Knowing the customer's business" "了解客戶業務"
        "Knows what they bought and who uses it." "知道客戶買了什麼、誰在用。"
        "Knows what they want to reach and how they measure it." "知道客戶目標與衡量方式。"
        "Knows what will change for them next year, before it does." "預先知道客戶明年的變化。"
        "Customers ask for advice beyond the product." "客戶會請教產品以外的意見。";
    "act-first" AccountManager 3 true "Calling first" "主動聯繫"
        "Answers within the day." "當日回覆。"
        "Has a plan for every customer, and keeps half of the contacts in it." "每位客戶都有計畫，並完成半數聯繫。"
        "More contacts begin here than at the customer." "主動聯繫多於客戶來電。"
        "Finds out what is wrong before the customer says so." "在客戶反映之前就發現問題。";
    "take-over" AccountManager 3 true "Taking customers over" "接手客戶"
        "Reads the brief and meets the customer with the hunter." "閱讀簡報並與開發業務一同拜訪。"
        "Returns a brief that lacks something, and says what." "退回不完整的簡報並說明缺少什麼。"
        "The customer repeats nothing after the handoff." "交接後客戶不必重複說明。"
        "Leads handoffs of large customers." "主導大客戶的交接。";
    "make-it-work" AccountManager 3 true "Bringing the product to work" "確保導入成效"
        "Sits in on implementations." "旁聽導入過程。"
        "Took part in an implementation from beginning to end." "全程參與過一次導入。"
        "Brings one that has stuck back on its way." "能讓停滯的導入重回正軌。"
        "Improves how we implement." "改進我們的導入方式。";
    "renew" AccountManager 3 true "Renewing" "續約"
        "Prepares renewals for others." "協助他人準備續約。"
        "Leads a usual renewal from 90 days before." "到期前 90 天起獨力處理一般續約。"
        "Renews where the price rises or the buyer has changed." "在漲價或換人時仍能續約。"
        "Reads from early signs which customer will not renew." "能由徵兆看出誰不會續約。";
    "grow" AccountManager 2 false "Growing customers" "擴增客戶"
        "Notices what else they could use." "察覺客戶還能用什麼。"
        "Makes a plan of potential by unit and product." "依業務單位與產品訂定潛力計畫。"
        "Wins a second unit of a customer." "贏得客戶的第二個業務單位。"
        "Shows others how potential is found." "教導他人找出潛力。";
    "hard-talks" AccountManager 2 false "Hard talks" "棘手溝通"
        "Brings bad news with somebody at the side." "在他人陪同下傳達壞消息。"
        "Says what cannot be done, and what can." "能說明做不到與做得到的事。"
        "Wins an angry customer back." "能挽回生氣的客戶。"
        "Is called by others for it." "同事會請來協助。";
    "by-video" InsideAccountManager 3 true "Serving by video and text chat" "以視訊與文字服務"
        "Holds a meeting by video with a prepared agenda." "依議程主持視訊會議。"
        "Customers need no visit in a usual year." "一般年度客戶不需拜訪。"
        "Solves a conflict without travelling." "不出差即可化解衝突。"
        "Improves how we serve from afar." "改進遠距服務方式。";
    "inside-act-first" InsideAccountManager 3 true "Calling first" "主動聯繫"
        "Answers within hours." "數小時內回覆。"
        "Writes to every customer each month with something of use." "每月主動提供每位客戶有用的資訊。"
        "More contacts begin here than at the customer." "主動聯繫多於客戶來電。"
        "Finds out what is wrong before the customer says so." "在客戶反映之前就發現問題。";
    "inside-renew" InsideAccountManager 2 true "Renewing" "續約"
        "Prepares renewals for others." "協助他人準備續約。"
        "Leads a usual renewal from 60 days before." "到期前 60 天起獨力處理一般續約。"
        "Renews where the price rises or the buyer has changed." "在漲價或換人時仍能續約。"
        "Reads from early signs which customer will not renew." "能由徵兆看出誰不會續約。";
}

/// The competencies of a role.
pub fn of_role(role: SellerRole) -> impl Iterator<Item = &'static Competency> {
    COMPETENCIES.iter().filter(move |one| one.role == role)
}
