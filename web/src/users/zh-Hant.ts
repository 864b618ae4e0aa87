// The people who may sign in, in Traditional Chinese.
import type { Translated } from "../shell/texts";
import type { en } from "./en";

export const zhHant: Translated<typeof en> = {
  "title": "使用者",
  "lead": "誰可以登入、各自能看到與執行什麼，以及對應到哪位業務人員。",
  "add": "新增使用者",
  "name": "姓名",
  "email": "電子郵件",
  "role": "角色",
  "seller": "業務人員",
  "seller.none": "不是業務人員",
  "seller.help": "開發業務與客戶經理看得到自己所對應業務人員的客戶；主管看得到團隊的客戶。",
  "since": "加入日期",
  "access": "存取",
  "active": "可以登入",
  "disabled": "已停用",
  "may_sign_in": "可以登入",
  "change": "變更",
  "change.name": "變更 {{name}}",
  "password": "初始密碼",
  "password.help": "請以安全的方式告知本人；本人可在帳號頁面變更。",
  "password.new": "新密碼",
  "password.new.help": "留空即維持原密碼。設定新密碼會結束其所有工作階段。",
  "password.show": "顯示或隱藏密碼",
  "language": "語言",
  "role.admin": "可以檢視與執行一切，並管理使用者。",
  "role.operations": "可以檢視一切、匯入資料與變更設定。",
  "role.manager": "可以檢視所屬團隊並回報工時。",
  "role.hunter": "可以檢視自己的客戶並回報工時。",
  "role.account_manager": "可以檢視自己的客戶並回報工時。",
  "role.viewer": "可以檢視一切，但不能變更。",
};
