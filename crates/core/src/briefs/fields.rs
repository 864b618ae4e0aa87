//! The fields of a brief: one table with section, weight and whether a handoff waits for it.
use crate::languages::Words;
use crate::words::words;

words! {
    /// A section of a brief.
    Section {
        /// What kind of company it is.
        Customer = "customer",
        /// Who is who.
        People = "people",
        /// Why the customer bought and what success is.
        Reasons = "reasons",
        /// What was promised.
        Commitments = "commitments",
        /// What is sold, at which terms.
        Commercial = "commercial",
        /// What could still be sold.
        Potential = "potential",
        /// How it is used.
        Health = "health",
        /// How it is built in.
        Technical = "technical",
        /// How far it is introduced.
        Implementation = "implementation",
        /// What broke.
        Support = "support",
        /// What may go wrong.
        Risks = "risks",
        /// What happened.
        History = "history",
        /// How one talks to them.
        Communication = "communication",
        /// Whom they also talk to.
        Competition = "competition",
        /// What one must know if one reads nothing else.
        TopThree = "top_three",
    }
}

impl Section {
    /// What people call it.
    pub fn words(self) -> Words {
        match self {
            Self::Customer => Words::fixed("Customer", "客戶概況"),
            Self::People => Words::fixed("People", "人員"),
            Self::Reasons => Words::fixed("Reasons and success", "購買理由與成功指標"),
            Self::Commitments => Words::fixed("Commitments", "承諾"),
            Self::Commercial => Words::fixed("Commercial", "商務條件"),
            Self::Potential => Words::fixed("Potential", "潛力"),
            Self::Health => Words::fixed("Use and health", "使用與健康度"),
            Self::Technical => Words::fixed("Technical", "技術"),
            Self::Implementation => Words::fixed("Implementation", "導入"),
            Self::Support => Words::fixed("Support", "支援"),
            Self::Risks => Words::fixed("Risks", "風險"),
            Self::History => Words::fixed("History", "歷程"),
            Self::Communication => Words::fixed("Communication", "溝通"),
            Self::Competition => Words::fixed("Competition", "競爭"),
            Self::TopThree => Words::fixed("Three things to know", "三件必知的事"),
        }
    }
}

/// Whether a handoff waits for a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Must {
    /// It does.
    Always,
    /// It does where the customer's systems are integrated or a statement of work exists.
    IfIntegrated,
    /// It does not.
    No,
}

/// What the table says of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldSpec {
    /// Which.
    pub field: Field,
    /// Where it stands.
    pub section: Section,
    /// What people call it.
    pub title: Words,
    /// How much it counts: 3 where customers notice at once that it is missing, 2 where work stops without it, 1 for the rest.
    pub weight: u32,
    /// Whether a handoff waits for it.
    pub must: Must,
}

macro_rules! fields {
    ($($name:ident $text:literal $section:ident $weight:literal $must:ident $en:literal $zh:literal;)+) => {
        words! {
            /// A field of a brief.
            Field { $(#[doc = $en] $name = $text),+ }
        }

        /// Every field, in the order of sections.
        pub const FIELDS: &[FieldSpec] = &[$(FieldSpec {
            field: Field::$name,
            section: Section::$section,
            title: Words::fixed($en, $zh),
            weight: $weight,
            must: Must::$must,
        }),+];
    };
}

fields! {
    Name "name" Customer 1 No "Name" "名稱";
    Industry "industry" Customer 1 No "Industry" "產業";
    Size "size" Customer 1 No "Size" "規模";
    Units "units" Customer 1 No "Parent company and business units" "母公司與業務單位";
    Segment "segment" Customer 1 No "Segment" "客群";
    Region "region" Customer 1 No "Region" "地區";
    Makes "makes" Customer 1 No "What they make and for whom" "他們做什麼、為誰做";
    News "news" Customer 1 No "Recent news" "近期消息";
    Champion "champion" People 3 Always "Champion" "內部推動者";
    EconomicBuyer "economic_buyer" People 3 Always "Economic buyer" "預算決策者";
    TechnicalLead "technical_lead" People 2 Always "Technical lead or administrator" "技術主管或管理員";
    DailyContact "daily_contact" People 3 Always "Daily contact" "日常窗口";
    RenewalOwner "renewal_owner" People 3 Always "Who signs the renewal" "續約簽核人";
    Detractors "detractors" People 2 Always "Who is against it and why" "反對者與原因";
    PeopleChanges "people_changes" People 1 No "Recent changes among people" "近期人事變動";
    WhyBought "why_bought" Reasons 3 Always "Why they bought" "購買理由";
    UseCases "use_cases" Reasons 2 Always "Uses by importance" "依重要性排列的用途";
    SuccessMetrics "success_metrics" Reasons 3 Always "Measures of success" "成功指標";
    Promises "promises" Commitments 3 Always "Promises by contract and by word" "書面與口頭承諾";
    Products "products" Commercial 2 Always "Products" "產品";
    NotBought "not_bought" Commercial 1 No "What they chose not to buy and why" "選擇不買的項目與原因";
    Arr "arr" Commercial 2 Always "Annual recurring revenue" "年度經常性收入";
    Term "term" Commercial 2 Always "Term and renewal date" "合約期間與續約日";
    PriceReasons "price_reasons" Commercial 2 Always "Reasons for price and discount" "價格與折扣的原因";
    Billing "billing" Commercial 2 Always "Billing and payment" "帳務與付款";
    OpenInvoices "open_invoices" Commercial 2 Always "Open invoices" "未付發票";
    OpenProposals "open_proposals" Commercial 2 Always "Open proposals" "進行中的提案";
    PotentialArr "potential" Potential 2 No "Potential by unit and product" "各業務單位與產品的潛力";
    Developed "developed" Potential 1 No "How much of it is developed" "已開發比例";
    NextStep "next_step" Potential 2 No "Next step to sell more" "擴增的下一步";
    Ceiling "ceiling" Potential 1 No "What limits it" "上限何在";
    UsageTrend "usage_trend" Health 2 No "Use in the last 90 days" "近 90 天使用趨勢";
    FeaturesUsed "features_used" Health 1 No "What they use and what not" "使用與未使用的功能";
    HealthScore "health_score" Health 2 No "Health and what drives it" "健康度與驅動因素";
    Architecture "architecture" Technical 1 IfIntegrated "Architecture" "架構";
    Integrations "integrations" Technical 2 IfIntegrated "Integrations" "整合";
    Constraints "constraints" Technical 2 IfIntegrated "Constraints and agreed special work" "限制與約定的特殊工作";
    ImplementationState "implementation_state" Implementation 2 No "How far it is" "進度";
    Training "training" Implementation 1 No "Who was trained in what" "訓練對象與內容";
    ImplementationGaps "implementation_gaps" Implementation 2 No "What is still missing" "尚缺項目";
    OpenTickets "open_tickets" Support 2 No "Open tickets" "未結工單";
    PastIncidents "past_incidents" Support 2 No "Severe incidents and escalations of the past" "過去的重大事件與客訴";
    RiskList "risks" Risks 3 No "Risks and what helps" "風險與對策";
    SensitiveTopics "sensitive_topics" Risks 2 No "Sensitive topics" "敏感話題";
    UnfinishedBusiness "unfinished_business" Risks 2 No "Unfinished business" "未了之事";
    Recent "recent" History 1 No "The last 90 days" "近 90 天";
    Older "older" History 1 No "Before that" "更早之前";
    Channel "channel" Communication 2 No "Channel and tone they like" "偏好的管道與語氣";
    Cadence "cadence" Communication 1 No "Standing meetings" "例行會議";
    Documents "documents" Communication 1 No "Documents and recordings" "文件與錄影";
    Competitors "competitors" Competition 1 No "Competitors in talks" "洽談中的競爭者";
    OtherTools "other_tools" Competition 1 No "Other tools in use" "使用中的其他工具";
    Top "top" TopThree 3 No "The three things" "三件事";
}

impl Field {
    /// What the table says of it.
    pub fn spec(self) -> &'static FieldSpec {
        // One macro makes the list of fields and the table, so their places are the same.
        &FIELDS[self as usize]
    }
}
