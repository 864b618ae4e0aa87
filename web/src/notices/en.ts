// What one was told, in English.
export const en = {
  "title": "What is new",
  "lead": "What others did in your handoffs, and steps that are late. Where mail is set up, what you have not read comes once a day.",
  "unread_one": "{{number}} unread",
  "unread_other": "{{number}} unread",
  "read.all": "Mark everything as read",
  "none": "Nothing is new",
  "none.text": "When somebody proposes, accepts or returns a handoff of yours, or a step is late, you are told here.",
  "none.act": "See my work",
  "late": "late",
  "new": "new",
} as const;
