// A company that is small enough to know by name: Tandem's own CSV files, dated from today backwards so that nothing grows old.

const DAY_MS = 86_400_000;

/** The day so many days ago. */
export function ago(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
}

const SELLERS = [
  ["S1", "陳美玲", "mei@acme.test", "manager", "", "Taipei"],
  ["S2", "Hugo Berg", "hugo@acme.test", "generalist", "S1", "Taipei"],
  ["S3", "林志豪", "lin@acme.test", "generalist", "S1", "Taipei"],
] as const;

const CUSTOMERS = [
  "台灣精密工業", "Northwind Traders", "宏海電子", "Blue Harbour Foods", "日昇物流", "Kestrel Robotics", "青田醫材", "Polar Analytics", "遠峰金融",
  "Maple & Pine", "海岸能源", "Orchid Biotech",
] as const;

const CATEGORIES = ["service", "service", "implementation", "renewal", "new_business", "internal"] as const;

function table(head: string, rows: readonly (readonly (string | number)[])[]): string {
  return `${[head, ...rows.map((row) => row.join(","))].join("\n")}\n`;
}

function owner(index: number): string {
  return index % 2 === 0 ? "S2" : "S3";
}

function subscriptions(): (string | number)[][] {
  const first = CUSTOMERS.map((_, i) => {
    const started = 720 - i * 55;
    // One customer left, one grew, the rest go on.
    const end = i === 3 ? ago(120) : "";
    return [`A${i}`, `C${i}`, "", "Platform", 24_000 + i * 6_000, "USD", ago(started), end];
  });
  const grown = [["G1", "C1", "", "Analytics", "12500.50", "USD", ago(200), ""], ["G2", "C5", "", "Analytics", 9_000, "USD", ago(80), ""]];
  return [...first, ...grown];
}

function activities(): (string | number)[][] {
  return Array.from({ length: 240 }, (_, i) => {
    const customer = i % CUSTOMERS.length;
    const category = CATEGORIES[i % CATEGORIES.length] ?? "service";
    const isInternal = category === "internal";
    return [
      `T${i}`, owner(customer), isInternal ? "" : `C${customer}`, "", "", ago(2 + Math.floor(i / 2)), 90 + (i % 4) * 45, "meeting", category,
      i % 9 === 0 ? "urgent" : "normal", i % 3 === 0 ? "customer" : "seller",
    ];
  });
}

/** All files of the company. */
export function acme(): Record<string, string> {
  const customers = CUSTOMERS.map((name, i) => [
    `C${i}`, name, i % 3 === 0 ? "Enterprise" : "Midmarket", "Manufacturing", i % 2 === 0 ? "Taiwan" : "Germany", "", i % 2 === 0 ? "Taipei" : "Berlin", "", "", "", "",
    ago(740 - i * 55),
  ]);
  const opportunities = CUSTOMERS.map((_, i) => [
    `O${i}`, `C${i}`, "", owner(i), "new", "Closed", "won", 24_000 + i * 6_000, "USD", ago(770 - i * 55), ago(721 - i * 55),
  ]);
  return {
    "sellers.csv": table(
      "seller_id,name,email,role,manager_id,team,lat,lon,start_date,end_date,hours_per_week",
      SELLERS.map((seller) => [...seller, "", "", ago(900), "", 40]),
    ),
    "customers.csv": table("customer_id,name,segment,industry,country,region,city,postal_code,lat,lon,parent_id,created_date", customers),
    "opportunities.csv": table("opportunity_id,customer_id,unit_id,owner_id,kind,stage,status,amount,currency,created_date,close_date", opportunities),
    "subscriptions.csv": table("subscription_id,customer_id,unit_id,product,arr,currency,start_date,end_date", subscriptions()),
    "activities.csv": table("activity_id,seller_id,customer_id,unit_id,opportunity_id,date,minutes,kind,category,urgency,initiated_by", activities()),
    "notes.csv": table("note_id,customer_id,unit_id,author_id,date,text", [
      ["N1", "C0", "", "S2", ago(30), "王經理希望明年第一季擴充產線模組"],
      ["N2", "C1", "", "S3", ago(12), "Asks for a quarterly review"],
    ]),
  };
}
