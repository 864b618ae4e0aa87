// What one was told, in Traditional Chinese.
import type { Translated } from "../shell/texts";
import type { en } from "./en";

export const zhHant: Translated<typeof en> = {
  "title": "最新消息",
  "lead": "其他人在您的交接中的動作，以及逾期的步驟。若已設定郵件，未讀消息每天寄送一次。",
  "unread_other": "{{number}} 則未讀",
  "read.all": "全部標為已讀",
  "none": "沒有新消息",
  "none.text": "有人提議、接受或退回您的交接，或步驟逾期時，會在這裡告訴您。",
  "none.act": "查看我的工作",
  "late": "逾期",
  "new": "新",
};
