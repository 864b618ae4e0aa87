// Two customers that the tests of the customer pages know by heart: one with everything, and one whose subscription has to be derived.
import { ago } from "./acme";

/** Tandem's own files: a name that a spreadsheet would take for a formula, two units, one handover. */
export const pilot: Record<string, string> = {
  "sellers.csv": "seller_id,name,email,role\nX1,王曉明,ming@pilot.test,generalist\nX2,Nora Field,nora@pilot.test,account_manager\n",
  "customers.csv": 
    'customer_id,name,segment,industry,country,city,parent_id\nK0,曉明集團,,,TW,,\nK1,"=1+1 測試機械",Pilot,Test machinery,TW,新竹市,K0\n',
  "units.csv": "unit_id,customer_id,name,potential_arr,currency\nU1,K1,總廠,100000,USD\nU2,K1,South works,,\n",
  "contacts.csv": "contact_id,customer_id,unit_id,name,email,phone,title,role\nP1,K1,U1,周採購,chou@pilot.test,+886 3 555 0100,採購經理,decision maker\n",
  "opportunities.csv":
    "opportunity_id,customer_id,unit_id,owner_id,kind,stage,status,amount,currency,created_date,close_date\n" +
    `Q1,K1,U1,X2,renewal,Negotiation,open,40000,USD,${ago(20)},${ago(-30)}\nQ2,K1,U1,X1,new,Closed Won,won,38000,USD,${ago(760)},${ago(700)}\n`,
  "subscriptions.csv":
    "subscription_id,customer_id,unit_id,product,arr,currency,start_date,end_date\n" +
    `B1,K1,U1,Core,38000,USD,${ago(700)},${ago(335)}\nB2,K1,U1,Core,40000,USD,${ago(335)},${ago(-30)}\n`,
  "ownerships.csv":
    "unit_id,seller_id,role,start_date,end_date\nU1,X1,generalist,2024-01-01,2025-03-01\nU1,X2,account_manager,2025-03-01,\nU2,X1,generalist,2024-01-01,\n",
  "activities.csv":
    "activity_id,seller_id,customer_id,unit_id,opportunity_id,date,minutes,kind,category,urgency,initiated_by\n" +
    Array.from({ length: 30 }, (_, i) => `Y${i},X2,K1,U1,,${ago(i * 3)},${10 + i},call,service,normal,customer\n`).join(""),
  "notes.csv": `note_id,customer_id,unit_id,author_id,date,text\nZ1,K1,U1,X1,${ago(40)},<b>請先來電</b> before ten\n`,
};

/** A Salesforce export, which has no subscriptions. */
export const lighthouse: Record<string, string> = {
  "User.csv": "Id,Username,FirstName,LastName,Name,Email,IsActive\n0055g00000UUUUUAAA,rita@acme.test,Rita,Holm,Rita Holm,rita@acme.test,true\n",
  "Account.csv":
    "Id,Name,Type,Industry,BillingCity,BillingCountry,OwnerId,CreatedDate\n" +
    "0015g00000AAAAAAAA,Lighthouse Labs,Customer,Software,Berlin,Germany,0055g00000UUUUUAAA,2024-01-05T08:00:00.000Z\n",
  "Opportunity.csv":
    "Id,AccountId,OwnerId,Name,StageName,Amount,CloseDate,IsClosed,IsWon,Type,CreatedDate\n" +
    "0065g00000OOOOOAAA,0015g00000AAAAAAAA,0055g00000UUUUUAAA,Lighthouse start,Closed Won,12000,2024-02-01,true,true,New Business,2024-01-06T08:00:00.000Z\n",
};
