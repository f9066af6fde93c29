import { enDisputes } from "./en-disputes.ts";
import { enTrade } from "./en-trade.ts";
import type { Words } from "./words.ts";

/** What people are told, in English. */
export const en: Words = {
  ...enDisputes,
  ...enTrade,
  place: {
    title: "Order placed",
    buyer: "Your order waits for your payment of {amount}.",
    seller: "A new order was placed. Wait until it is paid.",
  },
  purchase_placed: {
    title: "Orders placed",
    buyer: "What you have bought of several sellers waits for your payment of {amount}.",
  },
  purchase_paid: {
    title: "Paid: the money is in escrow",
    buyer: "{amount} is in escrow for what you have bought of several sellers. Each of them has been told to go on.",
  },
  purchase_lapsed: {
    title: "Not paid in time",
    buyer:
      "What you have bought of several sellers was not paid in time: the orders that were unpaid are cancelled. Nothing was charged for them.",
  },
  payment_captured: {
    title: "Paid: the money is in escrow",
    buyer: "{amount} is in escrow. The seller has been told to go on.",
    seller: "Paid: {amount} is in escrow. It is safe to deliver.",
  },
  files_opened: {
    title: "Paid: the files are there",
    buyer: "{amount} is in escrow. Your files are in the library.",
    seller: "Paid: {amount} is in escrow. The buyer has the files.",
  },
  payment_failed: {
    title: "The payment failed",
    buyer: "Your payment did not go through. Nothing is held.",
    seller: "The buyer's payment did not go through.",
  },
  cancel: {
    title: "Order cancelled",
    buyer: "The order was cancelled.",
    seller: "The order was cancelled. Do not deliver it.",
  },
  accept: {
    title: "Order accepted",
    buyer: "The seller has accepted your order.",
    seller: "You have accepted the order.",
  },
  start: {
    title: "Preparation started",
    buyer: "The seller is preparing your parcel.",
    seller: "You have started to prepare the parcel.",
  },
  ready: { title: "Parcel packed", buyer: "Your parcel is packed.", seller: "The parcel is packed." },
  dispatch: { title: "Parcel sent", buyer: "Your parcel was handed to the courier.", seller: "The courier is booked." },
  dispatch_untracked: {
    title: "Sent without tracking",
    buyer: "The seller has sent your parcel without tracking. Confirm when it has come.",
    seller: "You have sent the parcel without tracking. Say when it has been delivered.",
  },
  declare_delivered: {
    title: "Declared delivered",
    buyer: "The seller says that your parcel was delivered. Please check it, or tell us that it did not come.",
    seller: "You have said that the parcel was delivered. The buyer is checking it.",
  },
  sign_as_buyer: {
    title: "Signed by the buyer",
    buyer: "You have signed the agreement.",
    seller: "The buyer has signed the agreement.",
  },
  sign_as_seller: {
    title: "Signed by the seller",
    buyer: "The seller has signed the agreement.",
    seller: "You have signed the agreement.",
  },
  in_transit: { title: "Parcel on its way", buyer: "Your parcel is on its way.", seller: "The parcel is on its way." },
  out_for_delivery: {
    title: "Parcel comes today",
    buyer: "Your parcel comes today.",
    seller: "The parcel is being delivered.",
  },
  delivered: {
    title: "Parcel delivered",
    buyer: "Your parcel was delivered. Please check it.",
    seller: "The parcel was delivered. The buyer is checking it.",
  },
  returned: {
    title: "Parcel came back",
    buyer: "The parcel went back to the seller. {amount} comes back to you.",
    seller: "The parcel came back to you. The buyer is refunded.",
  },
  shipment_failed: {
    title: "The courier took no booking",
    buyer: "The courier could not be booked yet. The seller is told.",
    seller: "The courier took no booking for this parcel. Try again, or send it another way.",
  },
  confirm_receipt: {
    title: "Receipt confirmed",
    buyer: "You released {amount} to the seller.",
    seller: "The buyer released the money. {amount} is yours.",
  },
  lapse_payment: {
    title: "Not paid in time",
    buyer: "The order was cancelled because it was not paid in time. Nothing was charged.",
    seller: "An unpaid order was cancelled.",
  },
  lapse_signatures: {
    title: "Not signed in time",
    buyer: "Not signed in time: {amount} comes back to you.",
    seller: "Not signed in time: the buyer is refunded.",
  },
  lapse_dispatch: {
    title: "Not sent in time",
    buyer: "Not sent in time: {amount} comes back to you.",
    seller: "You did not send it in time: the buyer is refunded.",
  },
  lapse_delivery: {
    title: "Not delivered in time",
    buyer: "Not delivered in time: {amount} comes back to you.",
    seller: "Not delivered in time: the buyer is refunded.",
  },
  lapse_inspection: {
    title: "Time to check ended",
    buyer: "The time to check is over: {amount} went to the seller.",
    seller: "The time to check is over: {amount} is yours.",
  },
  lapse_chargeback: {
    title: "The bank kept the money",
    buyer: "Your bank kept {amount}. The order has ended.",
    seller: "The buyer's bank kept {amount}. The order has ended.",
  },
  refund_succeeded: {
    title: "Refund sent",
    buyer: "The gateway has sent your refund of {amount}.",
    seller: "The refund to the buyer is done.",
  },
  refund_failed: {
    title: "Refund not through yet",
    buyer: "The refund of {amount} did not go through yet. It is being looked into; the money is not lost.",
    seller: "The refund to the buyer did not go through yet.",
  },
  payout_paid: { title: "Paid out", buyer: "The seller was paid.", seller: "{amount} has arrived at your bank." },
  payout_failed: {
    title: "Payout did not go through",
    buyer: "The seller's payout did not go through.",
    seller: "The payout of {amount} did not go through. It is kept for you.",
  },
  payout_returned: {
    title: "Payout came back",
    buyer: "The seller's payout came back.",
    seller: "Your bank sent {amount} back. It is kept for you: check the bank account.",
  },
  admin_release: {
    title: "Released by staff",
    buyer: "The marketplace's staff released {amount} to the seller.",
    seller: "The marketplace's staff released {amount} to you.",
  },
  admin_refund: {
    title: "Refunded by staff",
    buyer: "The marketplace's staff decided that {amount} comes back to you.",
    seller: "The marketplace's staff decided to refund the buyer.",
  },
  admin_settle: {
    title: "Divided by staff",
    buyer: "The marketplace's staff divided the money: {amount} comes back to you.",
    seller: "The marketplace's staff divided the money: {amount} is yours.",
  },
  chargeback_opened: {
    title: "The bank asks for the money back",
    buyer: "Your bank asked for {amount} back. The order stands still until the bank has decided.",
    seller:
      "The buyer's bank asked for {amount} back. The order stands still until the bank has decided: do not deliver anything now.",
  },
  chargeback_won: {
    title: "The order goes on",
    buyer: "The bank decided against taking {amount} back. The order goes on.",
    seller: "The bank decided for you. The order goes on.",
  },
  chargeback_lost: {
    title: "The bank took the money back",
    buyer: "Your bank took {amount} back. The order has ended.",
    seller: "The buyer's bank took {amount} back. The order has ended.",
  },
  clawback_opened: {
    title: "The bank took money back",
    buyer: "Your bank has taken {amount} back from the marketplace.",
    seller:
      "The buyer's bank has taken {amount} back. It was taken from your balance; what your balance did not hold you owe us.",
  },
  clawback_won: {
    title: "The bank decided for the seller",
    buyer: "The bank decided for the seller: {amount} stays paid.",
    seller: "The bank decided for you: {amount} is in your balance again.",
  },
  clawback_lost: {
    title: "The bank decided for the buyer",
    buyer: "The bank decided for you: {amount} stays yours.",
    seller: "The bank decided for the buyer: {amount} stays taken.",
  },
  bank_account_added: {
    title: "A bank account was added",
    reader: "The bank account {newAccount} was added beside {oldAccount}. Was it not you? Tell us at once.",
  },
  bank_account_replaced: {
    title: "Your bank account changes",
    reader:
      "Payouts go to the bank account {newAccount} from {payoutsFrom} on; until then {oldAccount} is paid to, where it can be. Was it not you? Tell us at once.",
  },
  webhook_endpoint_gone: {
    title: "Webhooks switched off",
    reader: "Webhooks to one of your addresses are switched off: it answered that it is gone.",
  },
  webhook_endpoint_failing: {
    title: "Webhooks switched off",
    reader:
      "Webhooks to one of your addresses are switched off: for five days none was taken. What was missed is kept for 30 days.",
  },
  file_infected: {
    title: "A file was removed",
    reader:
      "A virus was found in a file that you brought, and the file was removed. Nobody can download it. Clean the computer that it came from, and bring another one where it is needed.",
  },
  listing_approved: {
    title: "Your listing is for sale",
    reader: "Staff have looked at {name}, and it is for sale now.",
  },
  listing_rejected: {
    title: "Your listing has come back to you",
    reader: "Staff have sent {name} back to you: it is not for sale. Read why, change it, and send it in again.",
  },
  messages_unread: {
    title: "New messages",
    reader: "{name} has written to you. You have not read {count} of the messages.",
  },
  remind_payment: { title: "Pay in time", buyer: "Pay {amount} by {dueAt}; otherwise the order is cancelled." },
  remind_signatures: {
    title: "Sign in time",
    buyer: "Sign the agreement by {dueAt}; otherwise {amount} goes back to you and nothing is sent.",
    seller: "Sign the agreement by {dueAt}; otherwise the buyer is refunded.",
  },
  remind_dispatch: { title: "Send in time", seller: "Send the parcel by {dueAt}; otherwise the buyer is refunded." },
  remind_delivery: {
    title: "Deliver in time",
    seller: "Deliver by {dueAt}, and say so; otherwise the buyer is refunded.",
  },
  remind_inspection: {
    title: "Check what you received",
    buyer:
      "Look at what you received by {dueAt} and tell us if something is wrong; otherwise {amount} goes to the seller.",
  },
  remind: {
    title: "A step of yours is due",
    buyer: "A step of yours is due by {dueAt}; otherwise the order follows its rule.",
    seller: "A step of yours is due by {dueAt}; otherwise the order follows its rule.",
  },
  generic: {
    title: "Your order has moved on",
    buyer: "Your order has moved on.",
    seller: "Your order has moved on.",
    reader: "There is news for you.",
  },
  deliver: {
    title: "Work delivered",
    buyer: "The work was delivered. Please look at it.",
    seller: "You have delivered the work. The buyer looks at it.",
  },
  request_revision: {
    title: "Changes asked for",
    buyer: "You have asked for changes. The money stays in escrow.",
    seller: "The buyer asks for changes. Deliver again to be paid.",
  },
  begin: {
    title: "Work began",
    buyer: "Work on this milestone has begun.",
    seller: "This milestone is yours to work on now.",
  },
  end_contract: {
    title: "Contract ended",
    buyer: "The contract was ended. What was held for this milestone comes back to you.",
    seller: "The contract was ended. What was held for this milestone goes back to the buyer.",
  },
  lapse_start: {
    title: "Not begun in time",
    buyer: "Not begun in time: {amount} comes back to you.",
    seller: "Not begun in time: the buyer is refunded.",
  },
  lapse_lateness: {
    title: "Extra time ended",
    buyer: "Not delivered in the extra time either: {amount} comes back to you.",
    seller: "Not delivered in the extra time either: the buyer is refunded.",
  },
  late: {
    title: "The work is late",
    buyer: "The work was not delivered in time. You may wait, or cancel and have your money back.",
    seller: "You did not deliver in time. Deliver now: the buyer may cancel.",
  },
  remind_start: { title: "Begin in time", seller: "Accept and begin by {dueAt}; otherwise the buyer is refunded." },
  remind_lateness: { title: "Deliver now", seller: "Deliver by {dueAt}; otherwise the buyer is refunded." },
  remind_return: {
    title: "Finish the return",
    buyer: "Send the goods back by {dueAt}; otherwise the money goes to the seller.",
    seller: "Say by {dueAt} whether the goods are back; otherwise the buyer is refunded.",
  },
  remind_response: {
    title: "Answer the dispute",
    buyer: "Answer the dispute by {dueAt}; otherwise an arbiter decides without your word.",
    seller: "Answer the dispute by {dueAt}; otherwise an arbiter decides without your word.",
  },
  proposal_made: { title: "A proposal was made", reader: "Somebody has made a proposal for one of your projects." },
  proposal_withdrawn: {
    title: "A proposal was withdrawn",
    reader: "A proposal for one of your projects was withdrawn.",
  },
  proposal_accepted: {
    title: "Your proposal was accepted",
    reader: "Your proposal was accepted: there is a contract now. Begin when its first milestone is paid for.",
  },
  proposal_declined: { title: "A proposal was declined", reader: "A proposal of yours was declined." },
  proposal_lapsed: {
    title: "A project has ended",
    reader: "A project that you made a proposal for has ended without it.",
  },
  contract_completed: {
    title: "A contract is complete",
    reader: "All milestones of a contract are done: it is complete.",
  },
  contract_ended: { title: "A contract was ended", reader: "A contract was ended. What was paid ahead goes back." },
};
