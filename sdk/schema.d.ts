// Made by `npm run golden` from server/openapi.json.
export interface paths {
    "/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who I am
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is for sale, newest first
         * @description **Who:** anybody. **Limit:** reads.
         */
        get: operations["listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One product
         * @description **Who:** anybody. **Limit:** reads.
         */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My orders, newest first
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["listOrders"];
        put?: never;
        /**
         * Place an order
         * @description Price, shipping and total come from the listing and the quote. One Idempotency-Key places one order.
         *
         *     **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One order: where the money is, what happens next, what may be done
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that has happened to an order, with actor and time
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["getOrderTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/tracking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every scan of the parcel, oldest first
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["getOrderTracking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/label": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The parcel's label to print, at the carrier's
         * @description For the seller. The carrier's link may expire, so it is handed on and never kept by a cache.
         *
         *     **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["getOrderLabel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ledger's postings of this order
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["getOrderStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/statement/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same postings, each bound to a signed block
         * @description `ledger check-statement` and the order's page check it without asking us again.
         *
         *     **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["getOrderStatementProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to pay, or go on with the payment that is open
         * @description While the gateway has not answered, the payment is `opening`: read it again. Only what the gateway itself reports counts as paid. With the method `wallet` the order is paid at once from the buyer's own balance.
         *
         *     **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["startPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One payment
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel before dispatch; what was paid goes back in full
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The seller confirms the order
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["acceptOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * The seller's own steps before dispatch
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        put: operations["setOrderStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The seller sends the parcel: the carrier is booked and the label made
         * @description The order becomes `shipped` when the carrier has confirmed; the moment of this request decides whether dispatch was in time.
         *
         *     **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["dispatchOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/confirm-delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The buyer has the goods: the money is released to the seller
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["confirmDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shipping/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What sending a product to a postcode costs, as a quote to order at
         * @description **Who:** anybody. **Limit:** reads.
         */
        get: operations["getShippingRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/orders/pending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I have to send, the most urgent first
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["listPendingOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I am paid: still held, on its way, paid
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["listSellerPayouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/orders/{id}/decisions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The entries that a decision would post; nothing is posted
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["previewDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/orders/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release, refund or divide the money of an order, with a reason that is kept
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["decideOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I have, by currency
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["getWallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What came to one of my accounts and left it, the latest first
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["listWalletEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My accounts of one currency from an instant to before another
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["getWalletStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/bank-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My bank accounts; of a number only the last four digits are shown
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["listBankAccounts"];
        put?: never;
        /**
         * Add a bank account to be paid to; once verified it becomes the primary one
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["addBankAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/bank-accounts/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have an account that was blocked or refused verified again
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["verifyBankAccountAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/payout-schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When and to which accounts I am paid
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["getPayoutSchedule"];
        /**
         * Choose when and to which accounts I am paid
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        put: operations["setPayoutSchedule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/withdrawals/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a withdrawal would come to; nothing is moved
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["previewWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent from my wallet: withdrawals and batches, the latest first
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["listWithdrawals"];
        put?: never;
        /**
         * Send money from my wallet to my bank account
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payouts that wait, came back, or do not come to an end, the longest untouched first
         * @description Without a `group` those on their way are listed from a day on; with one, all of it.
         *
         *     **Who:** staff with one of the roles finance, admin; people alone. **Limit:** reads.
         */
        get: operations["listTroubledPayouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/payouts/{id}/send-again/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What sending this payout again would post, and to which account it would go; nothing is posted
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["previewSendPayoutAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/payouts/{id}/send-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a payout again that failed or came back, with a reason that is kept
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["sendPayoutAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/debts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who owes us money, the largest debts first
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** reads.
         */
        get: operations["listDebts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Debts that somebody has asked to give up and nobody has approved, the oldest first
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** reads.
         */
        get: operations["listWriteOffs"];
        put?: never;
        /**
         * Ask for what a user owes to be given up; a second person must approve it
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["askWriteOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/write-offs/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The entries that giving up a debt would post once a second person approves; nothing is kept
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["previewAskWriteOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/write-offs/{id}/approval/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The entries that an approval would post; nothing is posted
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["previewWriteOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/write-offs/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve what somebody else has asked for, and post it
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["approveWriteOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/cashfree/payout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * From the payout rail
         * @description **Who:** a provider, by the signature over its body.
         */
        post: operations["receivePayoutWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I have been told, newest first
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark notifications as read: the named ones, or all
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["markNotificationsRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/cashfree/{about}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * From cashfree: a payment, a refund or a dispute has changed
         * @description **Who:** a provider, by the signature over its body.
         */
        post: operations["receive_cashfree_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/in-flight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Money on its way, disputed or unmatched, and when each is next looked at
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** reads.
         */
        get: operations["listInFlight"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/suspense/{id}/refund/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The entries that sending this money back would post; nothing is posted
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["previewSuspenseRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/suspense/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send money back that matched no order, with a reason that is kept
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["refundSuspense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/refunds/{id}/send-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a refund again of which staff have made sure that it was never made
         * @description Only where the gateway no longer knows the id of a call that it never answered: nobody but the gateway's own statement can tell then.
         *
         *     **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["sendRefundAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/rapidshyp/{about}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * From rapidshyp: a parcel has moved
         * @description **Who:** a provider, by the signature over its body.
         */
        post: operations["receive_rapidshyp_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/custody": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where all the money is and whose it is, per currency, to the minor unit
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** reads.
         */
        get: operations["readCustody"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The latest run of each gateway, and the differences that nobody has explained yet, the latest first
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** reads.
         */
        get: operations["readReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/reconciliation/{gateway}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a gateway's statement now and set it against the books
         * @description Without a period: the last seven days, up to an hour ago. What was read before changes nothing.
         *
         *     **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["runReconciliation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/differences/{id}/explain/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The exact entries with which an explanation would be posted
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["previewExplanation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/differences/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a difference with a reason, and with the posting that the preview shows
         * @description `counterpart` says where the money went or came from; `no_money` says that the statement itself was wrong, which only a duplicate or a date can be.
         *
         *     **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["explainDifference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys that the ledger is sealed with, and the newest signed block of each chain
         * @description Keep what it answers, and ask again later: a block that is kept cannot be changed afterwards without being seen. docs/reference/ledger-seal.md says how to check it.
         *
         *     **Who:** anybody. **Limit:** reads.
         */
        get: operations["readSeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cron/process-timeouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do what is due now rather than at the worker's next look
         * @description **Who:** an outside scheduler with its own key.
         */
        post: operations["cron_process_timeouts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cron/release-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do what is due now rather than at the worker's next look
         * @description **Who:** an outside scheduler with its own key.
         */
        post: operations["cron_release_payments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cron/update-tracking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do what is due now rather than at the worker's next look
         * @description **Who:** an outside scheduler with its own key.
         */
        post: operations["cron_update_tracking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * That this is a sandbox, and where its simulators are
         * @description **Who:** anybody. **Limit:** reads.
         */
        get: operations["getSandbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who can be signed in as
         * @description **Who:** anybody. **Limit:** reads.
         */
        get: operations["listDemoUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in as a demo user
         * @description **Who:** anybody. **Limit:** commands.
         */
        post: operations["signInDemoUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description **Who:** anybody. **Limit:** commands.
         */
        post: operations["signOutDemoUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The application's time
         * @description **Who:** anybody. **Limit:** reads.
         */
        get: operations["getClock"];
        put?: never;
        /**
         * Move the clock ahead; everything that falls due in between happens in order before the answer
         * @description **Who:** anybody. **Limit:** commands.
         */
        post: operations["advanceClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountFamily: {
            family: string;
            sum: components["schemas"]["Money"];
            /** @description Accounts of the family with money in them */
            accounts: number;
        };
        /** @description What was given up, and the entries that were posted. */
        ApprovedWriteOff: {
            /** @example wof_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @example usr_0199aa00c0de7000a000000000000042 */
            userId: string;
            amount: components["schemas"]["Money"];
            reason: string;
            /** @example usr_0199aa00c0de7000a000000000000042 */
            askedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            askedAt: string;
            approvedBy: string | null;
            approvedAt: string | null;
            entries: {
                account: string;
                amount: components["schemas"]["Money"];
            }[];
        };
        /** @description What our books say is at a provider, and what the lines of its statement add up to since the first one that was read. */
        AtProvider: {
            gateway: string;
            books: components["schemas"]["Money"];
            statement: components["schemas"]["Money"] | null;
            statementSince: string | null;
        };
        /** @description Money goes to the primary account from `usableFrom` on, until then to the one before; `blocked`: a payout came back from it. */
        BankAccount: {
            /** @example bank_0199aa00c0de7000a000000000000042 */
            id: string;
            holderName: string;
            last4: string;
            ifsc: string;
            /** @enum {string} */
            kind: "savings" | "current";
            /** @enum {string} */
            status: "pending" | "verified" | "failed" | "blocked";
            primary: boolean;
            usableFrom: string | null;
            blockedReason: string | null;
        };
        /** @description The custody equation of one currency: what is held equals what is owed and earned. */
        Custody: {
            currency: string;
            /** @description Both sides are equal, and no account is of an unknown family */
            balanced: boolean;
            held: components["schemas"]["AccountFamily"][];
            owed: components["schemas"]["AccountFamily"][];
            unknown: components["schemas"]["AccountFamily"][];
            heldTotal: components["schemas"]["Money"];
            owedTotal: components["schemas"]["Money"];
            difference: components["schemas"]["Money"];
            providers: components["schemas"]["AtProvider"][];
            unexplained: components["schemas"]["Money"];
            payoutsBlocked: boolean;
        };
        /** @description The deal's postings with proofs that they stand in signed blocks; anybody can check it without the marketplace. */
        DealStatement: {
            version: number;
            deal: string;
            postings: {
                shard: number;
                id: string;
                number: number;
                key: string;
                fingerprint: string;
                kind: string;
                deal: string | null;
                /** @description Microseconds since 1970. */
                at: number;
                /** @description A hash over running balances, which are nobody else's business. */
                hidden: string;
                entries: {
                    code: string;
                    currency: string;
                    amount: number;
                }[];
                inclusion: {
                    block: number;
                    index: number;
                    path: string[];
                } | null;
            }[];
            blocks: components["schemas"]["SealedBlock"][];
            keys: {
                [key: string]: string;
            };
        };
        /** @description What somebody owes in one currency: above zero. */
        Debt: {
            /** @example usr_0199aa00c0de7000a000000000000042 */
            userId: string;
            userName: string;
            owed: components["schemas"]["Money"];
        };
        Difference: {
            /** @example dif_0199aa00c0de7000a000000000000042 */
            id: string;
            gateway: string;
            /** @enum {string} */
            class: "timing" | "missing_here" | "missing_there" | "amount" | "duplicate" | "unexplained";
            reasons: ("cut_off" | "date" | "amount" | "currency" | "fee" | "reference")[];
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            at: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            foundAt: string;
            posting: string | null;
            line: string | null;
            /** @description What our account at the provider would move by, so that the books say what the statement says */
            effect: components["schemas"]["Money"][];
            atStake: components["schemas"]["Money"][];
        };
        /** @description The entries of the posting that explains a difference; none where no money moves. */
        Explanation: {
            entries: {
                account: string;
                amount: components["schemas"]["Money"];
            }[];
        };
        InFlight: {
            /** @enum {string} */
            kind: "refund" | "payout" | "chargeback" | "suspense";
            id: string;
            dealId: string | null;
            gateway: string;
            amount: components["schemas"]["Money"];
            state: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            since: string;
            nextCheckAt: string | null;
            attempts: number;
            problem: string | null;
            overdueSince: string | null;
        };
        Me: {
            /** @example usr_0199aa00c0de7000a000000000000042 */
            id: string;
            name: string;
            email: string;
            roles: ("user" | "support" | "arbiter" | "finance" | "admin")[];
        };
        /** @description Whole minor units: { amount: 34800, currency: INR } is ₹348.00. */
        Money: {
            /** @example 34800 */
            amount: number;
            /** @enum {string} */
            currency: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
        };
        Notification: {
            /** @example ntf_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @description What is said and to whom: `payment_captured.seller`. */
            key: string;
            params: {
                orderNumber?: string;
                amount?: components["schemas"]["Money"];
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                dueAt?: string;
                /** @description A bank account, all but its last four digits hidden. */
                oldAccount?: string;
                newAccount?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                payoutsFrom?: string;
            };
            orderId: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            at: string;
            readAt: string | null;
        };
        OpenWriteOff: {
            /** @example wof_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @example usr_0199aa00c0de7000a000000000000042 */
            userId: string;
            userName: string;
            amount: components["schemas"]["Money"];
            reason: string;
            /** @example usr_0199aa00c0de7000a000000000000042 */
            askedBy: string;
            askedByName: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            askedAt: string;
        };
        Order: {
            /** @example ord_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @example ORD-2026-000001 */
            number: string;
            /** @description Rises with every event; send it as If-Match. */
            version: number;
            status: components["schemas"]["OrderStatus"];
            /** @enum {string} */
            role: "buyer" | "seller" | "staff";
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            buyer: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
                name: string;
            };
            seller: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
                name: string;
            };
            items: {
                /** @example prd_0199aa00c0de7000a000000000000042 */
                productId: string;
                title: components["schemas"]["Text"];
                pictureUrl: string | null;
                quantity: number;
                unitPrice: components["schemas"]["Money"];
                total: components["schemas"]["Money"];
            }[];
            amounts: {
                goods: components["schemas"]["Money"];
                shipping: components["schemas"]["Money"];
                total: components["schemas"]["Money"];
                commission: components["schemas"]["Money"] | null;
                commissionTax: components["schemas"]["Money"] | null;
                sellerReceives: components["schemas"]["Money"] | null;
            };
            shippingAddress: components["schemas"]["ShippingAddress"];
            shippingOption: components["schemas"]["ShippingOption"];
            escrow: {
                /** @enum {string} */
                status: "pending" | "held" | "disputed" | "released" | "refunded" | "settled";
                amount: components["schemas"]["Money"];
                since: string | null;
                holder: string;
            };
            payment: components["schemas"]["Payment"] | null;
            shipment: {
                /** @example shp_0199aa00c0de7000a000000000000042 */
                id: string;
                /** @enum {string} */
                status: "booking" | "booked" | "failed" | "cancelling" | "cancelled";
                trackingNumber: string | null;
                courierTitle: string | null;
                trackingUrl: string | null;
                hasLabel: boolean;
                problem: string | null;
            } | null;
            refund: {
                /** @example ref_0199aa00c0de7000a000000000000042 */
                id: string;
                /** @enum {string} */
                status: "requested" | "pending" | "succeeded" | "failed";
                amount: components["schemas"]["Money"];
                reference: string | null;
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                updatedAt: string;
            } | null;
            payout: {
                /** @example pout_0199aa00c0de7000a000000000000042 */
                id: string;
                /** @enum {string} */
                status: "waiting_for_bank_account" | "withheld" | "requested" | "pending" | "paid" | "failed" | "returned" | "cancelled";
                amount: components["schemas"]["Money"];
                bankReference: string | null;
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                updatedAt: string;
            } | null;
            deadlines: {
                /** @enum {string} */
                kind: "payment" | "signatures" | "dispatch" | "delivery" | "inspection" | "chargeback";
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                dueAt: string;
            }[];
            /** @description The commands that this caller may give now. */
            actions: string[];
            outlook: components["schemas"]["Outlook"];
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            now: string;
        };
        /** @enum {string} */
        OrderStatus: "payment_pending" | "escrow_locked" | "order_confirmed" | "processing" | "ready_to_ship" | "shipped" | "in_transit" | "out_for_delivery" | "delivered" | "disputed" | "completed" | "cancelled" | "refunded" | "failed";
        OrderSummary: {
            /** @example ord_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @example ORD-2026-000001 */
            number: string;
            status: components["schemas"]["OrderStatus"];
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            title: components["schemas"]["Text"];
            pictureUrl: string | null;
            total: components["schemas"]["Money"];
            counterparty: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
                name: string;
            };
            /** @enum {string} */
            role: "buyer" | "seller";
            nextDeadline: {
                /** @enum {string} */
                kind: "payment" | "signatures" | "dispatch" | "delivery" | "inspection" | "chargeback";
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                dueAt: string;
            } | null;
        };
        /** @description What happens next by itself, when, and what it does to the money. */
        Outlook: {
            /** @enum {string} */
            turn: "buyer" | "seller" | "carrier" | "gateway" | "nobody";
            next: {
                /** @enum {string} */
                kind: "payment" | "signatures" | "dispatch" | "delivery" | "inspection" | "chargeback";
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                at: string;
                to: components["schemas"]["OrderStatus"];
                /** @enum {string} */
                effect: "cancel" | "refund" | "release";
                amount: components["schemas"]["Money"] | null;
                payee: ("buyer" | "seller") | null;
            } | null;
        };
        Payment: {
            /** @example pay_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @enum {string} */
            status: "opening" | "open" | "captured" | "closed" | "failed";
            gateway: string;
            amount: components["schemas"]["Money"];
            next: ({
                /** @enum {string} */
                kind: "redirect";
                url: string;
            } | {
                /** @enum {string} */
                kind: "script";
                src: string;
                session: string;
                /** @enum {string} */
                mode: "sandbox" | "production";
            }) | null;
        };
        PayoutSchedule: {
            /** @enum {string} */
            kind: "automatic" | "manual" | "daily" | "weekly";
            hour: number | null;
            weekday: number | null;
            timeZone: string | null;
            minimum: components["schemas"]["Money"] | null;
            shares: {
                /** @example bank_0199aa00c0de7000a000000000000042 */
                bankAccountId: string;
                basisPoints: number;
            }[] | null;
            nextAt: string | null;
        };
        PayoutSentAgain: {
            /** @example pout_0199aa00c0de7000a000000000000042 */
            payoutId: string;
            /** @enum {string} */
            status: "requested" | "withheld";
            amount: components["schemas"]["Money"];
            bankAccount: {
                /** @example bank_0199aa00c0de7000a000000000000042 */
                id: string;
                holderName: string;
                last4: string;
            };
            entries: {
                account: string;
                amount: components["schemas"]["Money"];
            }[];
        };
        /** @description What will leave the wallet, and for which account. `withheld`: noted, and sent once payouts go on; no entry is posted before. */
        PayoutSentAgainPlan: {
            /** @enum {string} */
            status: "requested" | "withheld";
            amount: components["schemas"]["Money"];
            bankAccount: {
                /** @example bank_0199aa00c0de7000a000000000000042 */
                id: string;
                holderName: string;
                last4: string;
            };
            entries: {
                account: string;
                amount: components["schemas"]["Money"];
            }[];
        };
        PendingOrder: {
            /** @example ord_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @example ORD-2026-000001 */
            number: string;
            status: components["schemas"]["OrderStatus"];
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            title: components["schemas"]["Text"];
            pictureUrl: string | null;
            total: components["schemas"]["Money"];
            counterparty: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
                name: string;
            };
            /** @enum {string} */
            role: "buyer" | "seller";
            nextDeadline: {
                /** @enum {string} */
                kind: "payment" | "signatures" | "dispatch" | "delivery" | "inspection" | "chargeback";
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                dueAt: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            dueAt: string;
            /** @enum {string} */
            urgency: "overdue" | "critical" | "soon" | "calm";
        };
        /**
         * @description RFC 9457. Branch on `code`: codes are stable.
         * @example {
         *       "type": "/api/problems/NOT_FOUND",
         *       "title": "There is no such thing",
         *       "status": 404,
         *       "detail": "There is no such thing",
         *       "code": "NOT_FOUND",
         *       "canRetry": false,
         *       "suggestedAction": "Check the address and the id.",
         *       "requestId": "0199aa00-c0de-7000-a000-000000000042"
         *     }
         */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @enum {string} */
            code: "VALIDATION_FAILED" | "UNAUTHENTICATED" | "WEBHOOK_REFUSED" | "SECOND_FACTOR_REQUIRED" | "SIGN_IN_REFUSED" | "CODE_REFUSED" | "STEP_UP_REQUIRED" | "ACCOUNT_SUSPENDED" | "INSUFFICIENT_SCOPE" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "REQUEST_TIMEOUT" | "TRANSITION_NOT_ALLOWED" | "DEADLINE_PASSED" | "LISTING_UNAVAILABLE" | "INSUFFICIENT_INVENTORY" | "QUOTE_EXPIRED" | "PAYMENT_NOT_CONFIRMED" | "BANK_ACCOUNT_REQUIRED" | "BANK_ACCOUNT_ON_HOLD" | "INSUFFICIENT_BALANCE" | "WITHDRAWAL_LIMIT" | "IDEMPOTENCY_IN_FLIGHT" | "VERSION_CONFLICT" | "BODY_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "IDEMPOTENCY_KEY_REUSED" | "INVALID_SHIPPING_ADDRESS" | "SHIPPING_NOT_AVAILABLE" | "OWN_LISTING" | "RATE_LIMITED" | "HEADERS_TOO_LARGE" | "INTERNAL" | "PAYMENT_GATEWAY_UNAVAILABLE" | "CARRIER_UNAVAILABLE" | "DATABASE_UNAVAILABLE" | "OVERLOADED";
            /** @description Whether the very same request may succeed later. */
            canRetry: boolean;
            suggestedAction: string;
            errors?: {
                field: string;
                message: string;
            }[];
            /** @description With STEP_UP_REQUIRED: what to confirm before the very same request is sent again. */
            challenge?: {
                /** @example stp_0199aa00c0de7000a000000000000042 */
                id: string;
                action: string;
                /** @enum {string} */
                by: "totp" | "email";
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                expiresAt: string;
            };
            requestId: string;
        };
        Product: {
            /** @example prd_0199aa00c0de7000a000000000000042 */
            id: string;
            title: components["schemas"]["Text"];
            description: components["schemas"]["Text"];
            price: components["schemas"]["Money"];
            seller: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
                name: string;
            };
            stock: number;
            weightGrams: number;
            dimensionsMm: {
                length: number;
                width: number;
                height: number;
            };
            pictures: {
                url: string;
                alt: components["schemas"]["Text"];
            }[];
            pickupPostcode: string;
        };
        ReconciliationRun: {
            gateway: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            until: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            at: string;
            covers: ("capture" | "refund" | "refund_return" | "payout" | "payout_return" | "chargeback" | "chargeback_return" | "fee" | "settlement" | "adjustment")[];
            lines: number;
            newLines: number;
            matched: number;
            /** @description On one side only, and still within the time that the other side may take */
            waiting: number;
            feesPosted: number;
            settlementsPosted: number;
            /** @description Differences that are new */
            found: number;
            /** @description Open differences that are none any more */
            resolved: number;
        };
        /** @description A public key that blocks of the ledger are signed with. */
        SealKey: {
            id: string;
            /** @enum {string} */
            algorithm: "Ed25519";
            publicKey: string;
            /** @description The same key as openssl and `ledger verify --public-key` read it. */
            pem: string;
            /** @description The first and the last block of each chain that it has signed. */
            blocks: {
                chain: "ledger" | "deals" | "audit";
                first: number;
                last: number;
            }[];
        };
        /** @description The signed head of a block of the ledger: docs/reference/ledger-seal.md. */
        SealedBlock: {
            chain: "ledger" | "deals" | "audit";
            number: number;
            first: number;
            last: number;
            count: number;
            root: string;
            previous: string;
            /** @description Microseconds since 1970. */
            sealedAt: number;
            key: string;
            saltHash: string;
            hash: string;
            signature: string;
        };
        SellerPayout: {
            id: string | null;
            /** @example ord_0199aa00c0de7000a000000000000042 */
            orderId: string;
            orderNumber: string;
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            status: "held" | "waiting_for_bank_account" | "withheld" | "requested" | "pending" | "paid" | "failed" | "returned" | "cancelled";
            dueAt: string | null;
            bankReference: string | null;
        };
        ShippingAddress: {
            name: string;
            /** @example 9000000001 */
            phone: string;
            line1: string;
            line2?: string;
            city: string;
            /** @example 560001 */
            postcode: string;
        };
        ShippingOption: {
            courier: string;
            title: string;
            /** @enum {string} */
            speed: "standard" | "express" | "same_day";
            price: components["schemas"]["Money"];
            expectedOn: string | null;
        };
        ShippingRates: {
            /** @example quo_0199aa00c0de7000a000000000000042 */
            quoteId: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            expiresAt: string;
            options: components["schemas"]["ShippingOption"][];
        };
        /** @description The same words in English and in Arabic. */
        Text: {
            en: string;
            ar: string;
        };
        /** @description A payout that waits, came back, or is on its way. `nextLookAt` null: it waits for a person. `sendAgain`: of what came back, whether staff may send it again, or its owner alone, who takes the money out by hand or has it gathered. */
        TroubledPayout: {
            /** @example pout_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @enum {string} */
            kind: "release" | "reserve" | "batch" | "withdrawal" | "retry";
            /** @enum {string} */
            status: "waiting_for_bank_account" | "withheld" | "requested" | "pending" | "paid" | "failed" | "returned" | "cancelled";
            /** @example usr_0199aa00c0de7000a000000000000042 */
            userId: string;
            userName: string;
            dealId: string | null;
            amount: components["schemas"]["Money"];
            bankAccountId: string | null;
            reason: string | null;
            tries: number;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            requestedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            updatedAt: string;
            nextLookAt: string | null;
            lastError: string | null;
            sendAgain: ("offered" | "left_to_owner") | null;
        };
        /** @description `available` is `balance` less what is `owed` after a chargeback and what payouts that are `waiting` will take; `reserved` is held back until its day; `onTheWay` has left for a bank that has not confirmed it. */
        WalletBalance: {
            /** @enum {string} */
            currency: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
            balance: components["schemas"]["Money"];
            available: components["schemas"]["Money"];
            reserved: components["schemas"]["Money"];
            owed: components["schemas"]["Money"];
            waiting: components["schemas"]["Money"];
            onTheWay: components["schemas"]["Money"];
        };
        WalletEntry: {
            /** @example pst_0199aa00c0de7000a000000000000042 */
            id: string;
            kind: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            at: string;
            dealId: string | null;
            amount: components["schemas"]["Money"];
            balanceAfter: components["schemas"]["Money"];
        };
        /** @description Of each account, `opening` and the amounts of the entries add up to `closing`. */
        WalletStatement: {
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            to: string;
            /** @enum {string} */
            currency: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
            accounts: {
                /** @enum {string} */
                account: "wallet" | "reserve" | "receivable";
                opening: components["schemas"]["Money"];
                entries: components["schemas"]["WalletEntry"][];
                closing: components["schemas"]["Money"];
            }[];
        };
        Withdrawal: {
            /** @example pout_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @enum {string} */
            kind: "release" | "reserve" | "batch" | "withdrawal" | "retry";
            /** @enum {string} */
            status: "waiting_for_bank_account" | "withheld" | "requested" | "pending" | "paid" | "failed" | "returned" | "cancelled";
            amount: components["schemas"]["Money"];
            bankAccountId: string | null;
            bankReference: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            requestedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            updatedAt: string;
        };
        WithdrawalMade: {
            /** @enum {string} */
            status: "waiting_for_bank_account" | "withheld" | "requested" | "pending" | "paid" | "failed" | "returned" | "cancelled";
            amount: components["schemas"]["Money"];
            /** @example bank_0199aa00c0de7000a000000000000042 */
            bankAccountId: string;
            wallet: {
                balance: components["schemas"]["Money"];
                available: components["schemas"]["Money"];
                owed: components["schemas"]["Money"];
                waiting: components["schemas"]["Money"];
            };
            /** @example pout_0199aa00c0de7000a000000000000042 */
            id: string;
        };
        /** @description What it comes to, and what the wallet then is. */
        WithdrawalPlan: {
            /** @enum {string} */
            status: "waiting_for_bank_account" | "withheld" | "requested" | "pending" | "paid" | "failed" | "returned" | "cancelled";
            amount: components["schemas"]["Money"];
            /** @example bank_0199aa00c0de7000a000000000000042 */
            bankAccountId: string;
            wallet: {
                balance: components["schemas"]["Money"];
                available: components["schemas"]["Money"];
                owed: components["schemas"]["Money"];
                waiting: components["schemas"]["Money"];
            };
        };
        /** @description Nothing is moved before a second person approves it. */
        WriteOff: {
            /** @example wof_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @example usr_0199aa00c0de7000a000000000000042 */
            userId: string;
            amount: components["schemas"]["Money"];
            reason: string;
            /** @example usr_0199aa00c0de7000a000000000000042 */
            askedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            askedAt: string;
            approvedBy: string | null;
            approvedAt: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "usr_0199aa00c0de7000a000000000000042",
                     *       "name": "Asha (demo buyer)",
                     *       "email": "asha@example.test",
                     *       "roles": [
                     *         "user"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProducts: {
        parameters: {
            query?: {
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "prd_0199aa00c0de7000a000000000000042",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "description": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "price": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "seller": {
                     *             "id": "usr_0199aa00c0de7000a000000000000042",
                     *             "name": "Asha (demo buyer)"
                     *           },
                     *           "stock": 1,
                     *           "weightGrams": 1,
                     *           "dimensionsMm": {
                     *             "length": 1,
                     *             "width": 1,
                     *             "height": 1
                     *           },
                     *           "pictures": [
                     *             {
                     *               "url": "https://market.example.test/demo",
                     *               "alt": {
                     *                 "en": "Block-print cotton",
                     *                 "ar": "قطن مطبوع"
                     *               }
                     *             }
                     *           ],
                     *           "pickupPostcode": "demo"
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Product"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example prd_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "prd_0199aa00c0de7000a000000000000042",
                     *       "title": {
                     *         "en": "Block-print cotton",
                     *         "ar": "قطن مطبوع"
                     *       },
                     *       "description": {
                     *         "en": "Block-print cotton",
                     *         "ar": "قطن مطبوع"
                     *       },
                     *       "price": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "seller": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "stock": 1,
                     *       "weightGrams": 1,
                     *       "dimensionsMm": {
                     *         "length": 1,
                     *         "width": 1,
                     *         "height": 1
                     *       },
                     *       "pictures": [
                     *         {
                     *           "url": "https://market.example.test/demo",
                     *           "alt": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           }
                     *         }
                     *       ],
                     *       "pickupPostcode": "demo"
                     *     }
                     */
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                role?: "buyer" | "seller" | "any";
                /** @description One status, or several with commas. */
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "ord_0199aa00c0de7000a000000000000042",
                     *           "number": "ORD-2026-000001",
                     *           "status": "payment_pending",
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "pictureUrl": "demo",
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "counterparty": {
                     *             "id": "usr_0199aa00c0de7000a000000000000042",
                     *             "name": "Asha (demo buyer)"
                     *           },
                     *           "role": "buyer",
                     *           "nextDeadline": {
                     *             "kind": "payment",
                     *             "dueAt": "2026-11-21T09:30:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["OrderSummary"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    placeOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "productId": "prd_0199aa00c0de7000a000000000000042",
                 *           "quantity": 1
                 *         }
                 *       ],
                 *       "shippingAddress": {
                 *         "name": "Asha (demo buyer)",
                 *         "phone": "9000000001",
                 *         "line1": "14 Weavers Lane",
                 *         "line2": "Second floor",
                 *         "city": "Pune",
                 *         "postcode": "560001"
                 *       },
                 *       "quoteId": "quo_0199aa00c0de7000a000000000000042",
                 *       "courier": "demo"
                 *     }
                 */
                "application/json": {
                    items: {
                        /** @example prd_0199aa00c0de7000a000000000000042 */
                        productId: string;
                        quantity: number;
                    }[];
                    shippingAddress: components["schemas"]["ShippingAddress"];
                    /** @example quo_0199aa00c0de7000a000000000000042 */
                    quoteId: string;
                    courier: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ord_0199aa00c0de7000a000000000000042",
                     *       "number": "ORD-2026-000001",
                     *       "version": 1,
                     *       "status": "payment_pending",
                     *       "role": "buyer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "buyer": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "seller": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "items": [
                     *         {
                     *           "productId": "prd_0199aa00c0de7000a000000000000042",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "pictureUrl": "demo",
                     *           "quantity": 1,
                     *           "unitPrice": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "amounts": {
                     *         "goods": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "shipping": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "total": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commission": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commissionTax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "sellerReceives": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Asha (demo buyer)",
                     *         "phone": "9000000001",
                     *         "line1": "14 Weavers Lane",
                     *         "line2": "Second floor",
                     *         "city": "Pune",
                     *         "postcode": "560001"
                     *       },
                     *       "shippingOption": {
                     *         "courier": "demo",
                     *         "title": "demo",
                     *         "speed": "standard",
                     *         "price": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "expectedOn": "2026-11-21"
                     *       },
                     *       "escrow": {
                     *         "status": "pending",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "since": "2026-11-21T09:30:00.000Z",
                     *         "holder": "demo"
                     *       },
                     *       "payment": {
                     *         "id": "pay_0199aa00c0de7000a000000000000042",
                     *         "status": "opening",
                     *         "gateway": "demo",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "next": {
                     *           "kind": "redirect",
                     *           "url": "https://market.example.test/demo"
                     *         }
                     *       },
                     *       "shipment": {
                     *         "id": "shp_0199aa00c0de7000a000000000000042",
                     *         "status": "booking",
                     *         "trackingNumber": "demo",
                     *         "courierTitle": "demo",
                     *         "trackingUrl": "demo",
                     *         "hasLabel": true,
                     *         "problem": "demo"
                     *       },
                     *       "refund": {
                     *         "id": "ref_0199aa00c0de7000a000000000000042",
                     *         "status": "requested",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "reference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "payout": {
                     *         "id": "pout_0199aa00c0de7000a000000000000042",
                     *         "status": "waiting_for_bank_account",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "bankReference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "deadlines": [
                     *         {
                     *           "kind": "payment",
                     *           "dueAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "actions": [
                     *         "demo"
                     *       ],
                     *       "outlook": {
                     *         "turn": "buyer",
                     *         "next": {
                     *           "kind": "payment",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "to": "payment_pending",
                     *           "effect": "cancel",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "payee": "buyer"
                     *         }
                     *       },
                     *       "now": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `LISTING_UNAVAILABLE` The listing is not for sale · `INSUFFICIENT_INVENTORY` Not enough in stock · `QUOTE_EXPIRED` The shipping quote has expired */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request · `OWN_LISTING` This is your own listing · `INVALID_SHIPPING_ADDRESS` The shipping address cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ord_0199aa00c0de7000a000000000000042",
                     *       "number": "ORD-2026-000001",
                     *       "version": 1,
                     *       "status": "payment_pending",
                     *       "role": "buyer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "buyer": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "seller": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "items": [
                     *         {
                     *           "productId": "prd_0199aa00c0de7000a000000000000042",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "pictureUrl": "demo",
                     *           "quantity": 1,
                     *           "unitPrice": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "amounts": {
                     *         "goods": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "shipping": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "total": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commission": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commissionTax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "sellerReceives": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Asha (demo buyer)",
                     *         "phone": "9000000001",
                     *         "line1": "14 Weavers Lane",
                     *         "line2": "Second floor",
                     *         "city": "Pune",
                     *         "postcode": "560001"
                     *       },
                     *       "shippingOption": {
                     *         "courier": "demo",
                     *         "title": "demo",
                     *         "speed": "standard",
                     *         "price": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "expectedOn": "2026-11-21"
                     *       },
                     *       "escrow": {
                     *         "status": "pending",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "since": "2026-11-21T09:30:00.000Z",
                     *         "holder": "demo"
                     *       },
                     *       "payment": {
                     *         "id": "pay_0199aa00c0de7000a000000000000042",
                     *         "status": "opening",
                     *         "gateway": "demo",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "next": {
                     *           "kind": "redirect",
                     *           "url": "https://market.example.test/demo"
                     *         }
                     *       },
                     *       "shipment": {
                     *         "id": "shp_0199aa00c0de7000a000000000000042",
                     *         "status": "booking",
                     *         "trackingNumber": "demo",
                     *         "courierTitle": "demo",
                     *         "trackingUrl": "demo",
                     *         "hasLabel": true,
                     *         "problem": "demo"
                     *       },
                     *       "refund": {
                     *         "id": "ref_0199aa00c0de7000a000000000000042",
                     *         "status": "requested",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "reference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "payout": {
                     *         "id": "pout_0199aa00c0de7000a000000000000042",
                     *         "status": "waiting_for_bank_account",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "bankReference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "deadlines": [
                     *         {
                     *           "kind": "payment",
                     *           "dueAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "actions": [
                     *         "demo"
                     *       ],
                     *       "outlook": {
                     *         "turn": "buyer",
                     *         "next": {
                     *           "kind": "payment",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "to": "payment_pending",
                     *           "effect": "cancel",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "payee": "buyer"
                     *         }
                     *       },
                     *       "now": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrderTimeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "seq": 1,
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "command": "demo",
                     *           "from": "payment_pending",
                     *           "to": "payment_pending",
                     *           "actor": "demo",
                     *           "reason": "As agreed with both sides"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: {
                            seq: number;
                            /**
                             * Format: date-time
                             * @example 2026-11-21T09:30:00.000Z
                             */
                            at: string;
                            command: string;
                            from: components["schemas"]["OrderStatus"] | null;
                            to: components["schemas"]["OrderStatus"];
                            actor: string;
                            reason: string | null;
                        }[];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrderTracking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "state": "label_created",
                     *           "text": "demo",
                     *           "location": "demo",
                     *           "scannedAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: {
                            /** @enum {string} */
                            state: "label_created" | "pickup_scheduled" | "out_for_pickup" | "picked_up" | "in_transit" | "out_for_delivery" | "delivered" | "delivery_failed" | "delayed" | "on_hold" | "returning" | "returned" | "lost" | "damaged" | "cancelled" | "unknown";
                            text: string;
                            location: string | null;
                            /**
                             * Format: date-time
                             * @example 2026-11-21T09:30:00.000Z
                             */
                            scannedAt: string;
                        }[];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrderLabel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is elsewhere */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrderStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "pst_0199aa00c0de7000a000000000000042",
                     *           "kind": "fund",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "entries": [
                     *             {
                     *               "account": "demo",
                     *               "amount": {
                     *                 "amount": 34800,
                     *                 "currency": "INR"
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "balanced": true,
                     *       "deal": "deal_0199aa00c0de7000a000000000000042"
                     *     }
                     */
                    "application/json": {
                        data: {
                            /** @example pst_0199aa00c0de7000a000000000000042 */
                            id: string;
                            /** @enum {string} */
                            kind: "fund" | "release" | "refund" | "refund_confirmed" | "refund_to_wallet" | "unmatched" | "unmatched_refund" | "payout" | "payout_confirmed" | "payout_failed" | "payout_returned" | "settle" | "chargeback" | "chargeback_reversed" | "fund_from_wallet" | "reserve_held" | "reserve_released" | "recovered" | "written_off" | "gateway_fee" | "settled" | "explained";
                            /**
                             * Format: date-time
                             * @example 2026-11-21T09:30:00.000Z
                             */
                            at: string;
                            entries: {
                                account: string;
                                amount: components["schemas"]["Money"];
                            }[];
                        }[];
                        balanced: boolean;
                        /** @example deal_0199aa00c0de7000a000000000000042 */
                        deal: string;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrderStatementProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 1,
                     *       "deal": "0199aa00-0199-0199-0199-0199aa00c0de",
                     *       "postings": [
                     *         {
                     *           "shard": 1,
                     *           "id": "0199aa00-0199-0199-0199-0199aa00c0de",
                     *           "number": 1,
                     *           "key": "demo",
                     *           "fingerprint": "demo",
                     *           "kind": "demo",
                     *           "deal": "0199aa00-0199-0199-0199-0199aa00c0de",
                     *           "at": 1,
                     *           "hidden": "",
                     *           "entries": [
                     *             {
                     *               "code": "demo",
                     *               "currency": "demo",
                     *               "amount": 1
                     *             }
                     *           ],
                     *           "inclusion": {
                     *             "block": 1,
                     *             "index": 1,
                     *             "path": [
                     *               "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042"
                     *             ]
                     *           }
                     *         }
                     *       ],
                     *       "blocks": [
                     *         {
                     *           "chain": "ledger",
                     *           "number": 1,
                     *           "first": 1,
                     *           "last": 1,
                     *           "count": 1,
                     *           "root": "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042",
                     *           "previous": "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042",
                     *           "sealedAt": 1,
                     *           "key": "0199aa00c0de7000",
                     *           "saltHash": "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042",
                     *           "hash": "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042",
                     *           "signature": "0199aa00c0de7000a0000000000000420199aa00c0de7000a0000000000000420199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042"
                     *         }
                     *       ],
                     *       "keys": {}
                     *     }
                     */
                    "application/json": components["schemas"]["DealStatement"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "locale": "en",
                 *       "method": "gateway"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    locale?: "en" | "ar";
                    /** @enum {string} */
                    method?: "gateway" | "wallet";
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "pay_0199aa00c0de7000a000000000000042",
                     *       "status": "opening",
                     *       "gateway": "demo",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "next": {
                     *         "kind": "redirect",
                     *         "url": "https://market.example.test/demo"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `INSUFFICIENT_BALANCE` The wallet does not hold as much */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PAYMENT_GATEWAY_UNAVAILABLE` The payment gateway does not answer · `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example pay_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "pay_0199aa00c0de7000a000000000000042",
                     *       "status": "opening",
                     *       "gateway": "demo",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "next": {
                     *         "kind": "redirect",
                     *         "url": "https://market.example.test/demo"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ord_0199aa00c0de7000a000000000000042",
                     *       "number": "ORD-2026-000001",
                     *       "version": 1,
                     *       "status": "payment_pending",
                     *       "role": "buyer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "buyer": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "seller": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "items": [
                     *         {
                     *           "productId": "prd_0199aa00c0de7000a000000000000042",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "pictureUrl": "demo",
                     *           "quantity": 1,
                     *           "unitPrice": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "amounts": {
                     *         "goods": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "shipping": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "total": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commission": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commissionTax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "sellerReceives": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Asha (demo buyer)",
                     *         "phone": "9000000001",
                     *         "line1": "14 Weavers Lane",
                     *         "line2": "Second floor",
                     *         "city": "Pune",
                     *         "postcode": "560001"
                     *       },
                     *       "shippingOption": {
                     *         "courier": "demo",
                     *         "title": "demo",
                     *         "speed": "standard",
                     *         "price": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "expectedOn": "2026-11-21"
                     *       },
                     *       "escrow": {
                     *         "status": "pending",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "since": "2026-11-21T09:30:00.000Z",
                     *         "holder": "demo"
                     *       },
                     *       "payment": {
                     *         "id": "pay_0199aa00c0de7000a000000000000042",
                     *         "status": "opening",
                     *         "gateway": "demo",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "next": {
                     *           "kind": "redirect",
                     *           "url": "https://market.example.test/demo"
                     *         }
                     *       },
                     *       "shipment": {
                     *         "id": "shp_0199aa00c0de7000a000000000000042",
                     *         "status": "booking",
                     *         "trackingNumber": "demo",
                     *         "courierTitle": "demo",
                     *         "trackingUrl": "demo",
                     *         "hasLabel": true,
                     *         "problem": "demo"
                     *       },
                     *       "refund": {
                     *         "id": "ref_0199aa00c0de7000a000000000000042",
                     *         "status": "requested",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "reference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "payout": {
                     *         "id": "pout_0199aa00c0de7000a000000000000042",
                     *         "status": "waiting_for_bank_account",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "bankReference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "deadlines": [
                     *         {
                     *           "kind": "payment",
                     *           "dueAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "actions": [
                     *         "demo"
                     *       ],
                     *       "outlook": {
                     *         "turn": "buyer",
                     *         "next": {
                     *           "kind": "payment",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "to": "payment_pending",
                     *           "effect": "cancel",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "payee": "buyer"
                     *         }
                     *       },
                     *       "now": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ord_0199aa00c0de7000a000000000000042",
                     *       "number": "ORD-2026-000001",
                     *       "version": 1,
                     *       "status": "payment_pending",
                     *       "role": "buyer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "buyer": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "seller": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "items": [
                     *         {
                     *           "productId": "prd_0199aa00c0de7000a000000000000042",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "pictureUrl": "demo",
                     *           "quantity": 1,
                     *           "unitPrice": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "amounts": {
                     *         "goods": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "shipping": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "total": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commission": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commissionTax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "sellerReceives": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Asha (demo buyer)",
                     *         "phone": "9000000001",
                     *         "line1": "14 Weavers Lane",
                     *         "line2": "Second floor",
                     *         "city": "Pune",
                     *         "postcode": "560001"
                     *       },
                     *       "shippingOption": {
                     *         "courier": "demo",
                     *         "title": "demo",
                     *         "speed": "standard",
                     *         "price": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "expectedOn": "2026-11-21"
                     *       },
                     *       "escrow": {
                     *         "status": "pending",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "since": "2026-11-21T09:30:00.000Z",
                     *         "holder": "demo"
                     *       },
                     *       "payment": {
                     *         "id": "pay_0199aa00c0de7000a000000000000042",
                     *         "status": "opening",
                     *         "gateway": "demo",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "next": {
                     *           "kind": "redirect",
                     *           "url": "https://market.example.test/demo"
                     *         }
                     *       },
                     *       "shipment": {
                     *         "id": "shp_0199aa00c0de7000a000000000000042",
                     *         "status": "booking",
                     *         "trackingNumber": "demo",
                     *         "courierTitle": "demo",
                     *         "trackingUrl": "demo",
                     *         "hasLabel": true,
                     *         "problem": "demo"
                     *       },
                     *       "refund": {
                     *         "id": "ref_0199aa00c0de7000a000000000000042",
                     *         "status": "requested",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "reference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "payout": {
                     *         "id": "pout_0199aa00c0de7000a000000000000042",
                     *         "status": "waiting_for_bank_account",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "bankReference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "deadlines": [
                     *         {
                     *           "kind": "payment",
                     *           "dueAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "actions": [
                     *         "demo"
                     *       ],
                     *       "outlook": {
                     *         "turn": "buyer",
                     *         "next": {
                     *           "kind": "payment",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "to": "payment_pending",
                     *           "effect": "cancel",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "payee": "buyer"
                     *         }
                     *       },
                     *       "now": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setOrderStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "processing"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    status: "processing" | "ready_to_ship";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ord_0199aa00c0de7000a000000000000042",
                     *       "number": "ORD-2026-000001",
                     *       "version": 1,
                     *       "status": "payment_pending",
                     *       "role": "buyer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "buyer": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "seller": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "items": [
                     *         {
                     *           "productId": "prd_0199aa00c0de7000a000000000000042",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "pictureUrl": "demo",
                     *           "quantity": 1,
                     *           "unitPrice": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "amounts": {
                     *         "goods": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "shipping": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "total": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commission": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commissionTax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "sellerReceives": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Asha (demo buyer)",
                     *         "phone": "9000000001",
                     *         "line1": "14 Weavers Lane",
                     *         "line2": "Second floor",
                     *         "city": "Pune",
                     *         "postcode": "560001"
                     *       },
                     *       "shippingOption": {
                     *         "courier": "demo",
                     *         "title": "demo",
                     *         "speed": "standard",
                     *         "price": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "expectedOn": "2026-11-21"
                     *       },
                     *       "escrow": {
                     *         "status": "pending",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "since": "2026-11-21T09:30:00.000Z",
                     *         "holder": "demo"
                     *       },
                     *       "payment": {
                     *         "id": "pay_0199aa00c0de7000a000000000000042",
                     *         "status": "opening",
                     *         "gateway": "demo",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "next": {
                     *           "kind": "redirect",
                     *           "url": "https://market.example.test/demo"
                     *         }
                     *       },
                     *       "shipment": {
                     *         "id": "shp_0199aa00c0de7000a000000000000042",
                     *         "status": "booking",
                     *         "trackingNumber": "demo",
                     *         "courierTitle": "demo",
                     *         "trackingUrl": "demo",
                     *         "hasLabel": true,
                     *         "problem": "demo"
                     *       },
                     *       "refund": {
                     *         "id": "ref_0199aa00c0de7000a000000000000042",
                     *         "status": "requested",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "reference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "payout": {
                     *         "id": "pout_0199aa00c0de7000a000000000000042",
                     *         "status": "waiting_for_bank_account",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "bankReference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "deadlines": [
                     *         {
                     *           "kind": "payment",
                     *           "dueAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "actions": [
                     *         "demo"
                     *       ],
                     *       "outlook": {
                     *         "turn": "buyer",
                     *         "next": {
                     *           "kind": "payment",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "to": "payment_pending",
                     *           "effect": "cancel",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "payee": "buyer"
                     *         }
                     *       },
                     *       "now": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dispatchOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "courier": "demo"
                 *     }
                 */
                "application/json": {
                    courier?: string;
                };
            };
        };
        responses: {
            /** @description Taken on; it goes on by itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ord_0199aa00c0de7000a000000000000042",
                     *       "number": "ORD-2026-000001",
                     *       "version": 1,
                     *       "status": "payment_pending",
                     *       "role": "buyer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "buyer": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "seller": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "items": [
                     *         {
                     *           "productId": "prd_0199aa00c0de7000a000000000000042",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "pictureUrl": "demo",
                     *           "quantity": 1,
                     *           "unitPrice": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "amounts": {
                     *         "goods": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "shipping": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "total": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commission": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commissionTax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "sellerReceives": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Asha (demo buyer)",
                     *         "phone": "9000000001",
                     *         "line1": "14 Weavers Lane",
                     *         "line2": "Second floor",
                     *         "city": "Pune",
                     *         "postcode": "560001"
                     *       },
                     *       "shippingOption": {
                     *         "courier": "demo",
                     *         "title": "demo",
                     *         "speed": "standard",
                     *         "price": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "expectedOn": "2026-11-21"
                     *       },
                     *       "escrow": {
                     *         "status": "pending",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "since": "2026-11-21T09:30:00.000Z",
                     *         "holder": "demo"
                     *       },
                     *       "payment": {
                     *         "id": "pay_0199aa00c0de7000a000000000000042",
                     *         "status": "opening",
                     *         "gateway": "demo",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "next": {
                     *           "kind": "redirect",
                     *           "url": "https://market.example.test/demo"
                     *         }
                     *       },
                     *       "shipment": {
                     *         "id": "shp_0199aa00c0de7000a000000000000042",
                     *         "status": "booking",
                     *         "trackingNumber": "demo",
                     *         "courierTitle": "demo",
                     *         "trackingUrl": "demo",
                     *         "hasLabel": true,
                     *         "problem": "demo"
                     *       },
                     *       "refund": {
                     *         "id": "ref_0199aa00c0de7000a000000000000042",
                     *         "status": "requested",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "reference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "payout": {
                     *         "id": "pout_0199aa00c0de7000a000000000000042",
                     *         "status": "waiting_for_bank_account",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "bankReference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "deadlines": [
                     *         {
                     *           "kind": "payment",
                     *           "dueAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "actions": [
                     *         "demo"
                     *       ],
                     *       "outlook": {
                     *         "turn": "buyer",
                     *         "next": {
                     *           "kind": "payment",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "to": "payment_pending",
                     *           "effect": "cancel",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "payee": "buyer"
                     *         }
                     *       },
                     *       "now": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request · `INVALID_SHIPPING_ADDRESS` The shipping address cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ord_0199aa00c0de7000a000000000000042",
                     *       "number": "ORD-2026-000001",
                     *       "version": 1,
                     *       "status": "payment_pending",
                     *       "role": "buyer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "buyer": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "seller": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "items": [
                     *         {
                     *           "productId": "prd_0199aa00c0de7000a000000000000042",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "pictureUrl": "demo",
                     *           "quantity": 1,
                     *           "unitPrice": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "amounts": {
                     *         "goods": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "shipping": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "total": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commission": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commissionTax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "sellerReceives": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Asha (demo buyer)",
                     *         "phone": "9000000001",
                     *         "line1": "14 Weavers Lane",
                     *         "line2": "Second floor",
                     *         "city": "Pune",
                     *         "postcode": "560001"
                     *       },
                     *       "shippingOption": {
                     *         "courier": "demo",
                     *         "title": "demo",
                     *         "speed": "standard",
                     *         "price": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "expectedOn": "2026-11-21"
                     *       },
                     *       "escrow": {
                     *         "status": "pending",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "since": "2026-11-21T09:30:00.000Z",
                     *         "holder": "demo"
                     *       },
                     *       "payment": {
                     *         "id": "pay_0199aa00c0de7000a000000000000042",
                     *         "status": "opening",
                     *         "gateway": "demo",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "next": {
                     *           "kind": "redirect",
                     *           "url": "https://market.example.test/demo"
                     *         }
                     *       },
                     *       "shipment": {
                     *         "id": "shp_0199aa00c0de7000a000000000000042",
                     *         "status": "booking",
                     *         "trackingNumber": "demo",
                     *         "courierTitle": "demo",
                     *         "trackingUrl": "demo",
                     *         "hasLabel": true,
                     *         "problem": "demo"
                     *       },
                     *       "refund": {
                     *         "id": "ref_0199aa00c0de7000a000000000000042",
                     *         "status": "requested",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "reference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "payout": {
                     *         "id": "pout_0199aa00c0de7000a000000000000042",
                     *         "status": "waiting_for_bank_account",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "bankReference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "deadlines": [
                     *         {
                     *           "kind": "payment",
                     *           "dueAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "actions": [
                     *         "demo"
                     *       ],
                     *       "outlook": {
                     *         "turn": "buyer",
                     *         "next": {
                     *           "kind": "payment",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "to": "payment_pending",
                     *           "effect": "cancel",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "payee": "buyer"
                     *         }
                     *       },
                     *       "now": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getShippingRates: {
        parameters: {
            query: {
                /** @example prd_0199aa00c0de7000a000000000000042 */
                productId: string;
                quantity: number;
                /** @example 560001 */
                postcode: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "quoteId": "quo_0199aa00c0de7000a000000000000042",
                     *       "expiresAt": "2026-11-21T09:30:00.000Z",
                     *       "options": [
                     *         {
                     *           "courier": "demo",
                     *           "title": "demo",
                     *           "speed": "standard",
                     *           "price": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "expectedOn": "2026-11-21"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ShippingRates"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `SHIPPING_NOT_AVAILABLE` Nobody ships this there */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CARRIER_UNAVAILABLE` The carrier does not answer · `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPendingOrders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "ord_0199aa00c0de7000a000000000000042",
                     *           "number": "ORD-2026-000001",
                     *           "status": "payment_pending",
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "pictureUrl": "demo",
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "counterparty": {
                     *             "id": "usr_0199aa00c0de7000a000000000000042",
                     *             "name": "Asha (demo buyer)"
                     *           },
                     *           "role": "buyer",
                     *           "nextDeadline": {
                     *             "kind": "payment",
                     *             "dueAt": "2026-11-21T09:30:00.000Z"
                     *           },
                     *           "dueAt": "2026-11-21T09:30:00.000Z",
                     *           "urgency": "overdue"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["PendingOrder"][];
                    };
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSellerPayouts: {
        parameters: {
            query?: {
                state?: "pending" | "in_flight" | "paid";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "pout_0199aa00c0de7000a000000000000042",
                     *           "orderId": "ord_0199aa00c0de7000a000000000000042",
                     *           "orderNumber": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "status": "held",
                     *           "dueAt": "2026-11-21T09:30:00.000Z",
                     *           "bankReference": "demo"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SellerPayout"][];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "decision": "release",
                 *       "refund": {
                 *         "amount": 34800,
                 *         "currency": "INR"
                 *       },
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    decision: "release" | "refund" | "settle";
                    refund?: components["schemas"]["Money"];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        entries: {
                            account: string;
                            amount: components["schemas"]["Money"];
                        }[];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "decision": "release",
                 *       "refund": {
                 *         "amount": 34800,
                 *         "currency": "INR"
                 *       },
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    decision: "release" | "refund" | "settle";
                    refund?: components["schemas"]["Money"];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        entries: {
                            account: string;
                            amount: components["schemas"]["Money"];
                        }[];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "currency": "INR",
                     *           "balance": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "available": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "reserved": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "owed": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "waiting": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "onTheWay": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["WalletBalance"][];
                    };
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWalletEntries: {
        parameters: {
            query: {
                currency: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
                account?: "wallet" | "reserve" | "receivable";
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "pst_0199aa00c0de7000a000000000000042",
                     *           "kind": "demo",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "dealId": "deal_0199aa00c0de7000a000000000000042",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "balanceAfter": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["WalletEntry"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWalletStatement: {
        parameters: {
            query: {
                currency: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
                /** @example 2026-11-21T09:30:00.000Z */
                from: string;
                /** @example 2026-11-21T09:30:00.000Z */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-11-21T09:30:00.000Z",
                     *       "to": "2026-11-21T09:30:00.000Z",
                     *       "currency": "INR",
                     *       "accounts": [
                     *         {
                     *           "account": "wallet",
                     *           "opening": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "entries": [
                     *             {
                     *               "id": "pst_0199aa00c0de7000a000000000000042",
                     *               "kind": "demo",
                     *               "at": "2026-11-21T09:30:00.000Z",
                     *               "dealId": "deal_0199aa00c0de7000a000000000000042",
                     *               "amount": {
                     *                 "amount": 34800,
                     *                 "currency": "INR"
                     *               },
                     *               "balanceAfter": {
                     *                 "amount": 34800,
                     *                 "currency": "INR"
                     *               }
                     *             }
                     *           ],
                     *           "closing": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WalletStatement"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBankAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "bank_0199aa00c0de7000a000000000000042",
                     *           "holderName": "Asha Demo",
                     *           "last4": "demo",
                     *           "ifsc": "HDFC0000001",
                     *           "kind": "savings",
                     *           "status": "pending",
                     *           "primary": true,
                     *           "usableFrom": "2026-11-21T09:30:00.000Z",
                     *           "blockedReason": "demo"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["BankAccount"][];
                    };
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addBankAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "holderName": "Asha Demo",
                 *       "accountNumber": "1234567890",
                 *       "ifsc": "YESB0000262",
                 *       "kind": "savings"
                 *     }
                 */
                "application/json": {
                    /** @description As the bank writes it: Latin letters and spaces */
                    holderName: string;
                    accountNumber: string;
                    /**
                     * @description Indian Financial System Code
                     * @example YESB0000262
                     */
                    ifsc: string;
                    /** @enum {string} */
                    kind: "savings" | "current";
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "bank_0199aa00c0de7000a000000000000042",
                     *       "holderName": "Asha Demo",
                     *       "last4": "demo",
                     *       "ifsc": "HDFC0000001",
                     *       "kind": "savings",
                     *       "status": "pending",
                     *       "primary": true,
                     *       "usableFrom": "2026-11-21T09:30:00.000Z",
                     *       "blockedReason": "demo"
                     *     }
                     */
                    "application/json": components["schemas"]["BankAccount"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyBankAccountAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example bank_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "bank_0199aa00c0de7000a000000000000042",
                     *       "holderName": "Asha Demo",
                     *       "last4": "demo",
                     *       "ifsc": "HDFC0000001",
                     *       "kind": "savings",
                     *       "status": "pending",
                     *       "primary": true,
                     *       "usableFrom": "2026-11-21T09:30:00.000Z",
                     *       "blockedReason": "demo"
                     *     }
                     */
                    "application/json": components["schemas"]["BankAccount"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPayoutSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "automatic",
                     *       "hour": 1,
                     *       "weekday": 1,
                     *       "timeZone": "Asia/Kolkata",
                     *       "minimum": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "shares": [
                     *         {
                     *           "bankAccountId": "bank_0199aa00c0de7000a000000000000042",
                     *           "basisPoints": 1
                     *         }
                     *       ],
                     *       "nextAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PayoutSchedule"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPayoutSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description `automatic`: with each release; `manual`: when I withdraw; `daily` and `weekly`: gathered, at an hour, from a minimum on. `shares` null: all to one account. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "automatic",
                 *       "hour": 1,
                 *       "weekday": 1,
                 *       "timeZone": "Asia/Kolkata",
                 *       "minimum": {
                 *         "amount": 34800,
                 *         "currency": "INR"
                 *       },
                 *       "shares": [
                 *         {
                 *           "bankAccountId": "bank_0199aa00c0de7000a000000000000042",
                 *           "basisPoints": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    kind: "automatic" | "manual" | "daily" | "weekly";
                    hour: number | null;
                    weekday: number | null;
                    timeZone: string | null;
                    minimum: components["schemas"]["Money"] | null;
                    shares: {
                        /** @example bank_0199aa00c0de7000a000000000000042 */
                        bankAccountId: string;
                        basisPoints: number;
                    }[] | null;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "automatic",
                     *       "hour": 1,
                     *       "weekday": 1,
                     *       "timeZone": "Asia/Kolkata",
                     *       "minimum": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "shares": [
                     *         {
                     *           "bankAccountId": "bank_0199aa00c0de7000a000000000000042",
                     *           "basisPoints": 1
                     *         }
                     *       ],
                     *       "nextAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PayoutSchedule"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewWithdrawal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "amount": 34800,
                 *         "currency": "INR"
                 *       },
                 *       "bankAccountId": "bank_0199aa00c0de7000a000000000000042"
                 *     }
                 */
                "application/json": {
                    amount: components["schemas"]["Money"];
                    /** @example bank_0199aa00c0de7000a000000000000042 */
                    bankAccountId?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "waiting_for_bank_account",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "bankAccountId": "bank_0199aa00c0de7000a000000000000042",
                     *       "wallet": {
                     *         "balance": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "available": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "owed": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "waiting": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawalPlan"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `INSUFFICIENT_BALANCE` The wallet does not hold as much · `WITHDRAWAL_LIMIT` More than may be withdrawn in a day · `BANK_ACCOUNT_REQUIRED` A bank account is needed first · `BANK_ACCOUNT_ON_HOLD` The bank account was changed a short while ago */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWithdrawals: {
        parameters: {
            query?: {
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "pout_0199aa00c0de7000a000000000000042",
                     *           "kind": "release",
                     *           "status": "waiting_for_bank_account",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "bankAccountId": "bank_0199aa00c0de7000a000000000000042",
                     *           "bankReference": "demo",
                     *           "requestedAt": "2026-11-21T09:30:00.000Z",
                     *           "updatedAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Withdrawal"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "amount": 34800,
                 *         "currency": "INR"
                 *       },
                 *       "bankAccountId": "bank_0199aa00c0de7000a000000000000042"
                 *     }
                 */
                "application/json": {
                    amount: components["schemas"]["Money"];
                    /** @example bank_0199aa00c0de7000a000000000000042 */
                    bankAccountId?: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "waiting_for_bank_account",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "bankAccountId": "bank_0199aa00c0de7000a000000000000042",
                     *       "wallet": {
                     *         "balance": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "available": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "owed": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "waiting": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "id": "pout_0199aa00c0de7000a000000000000042"
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawalMade"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `INSUFFICIENT_BALANCE` The wallet does not hold as much · `WITHDRAWAL_LIMIT` More than may be withdrawn in a day · `BANK_ACCOUNT_REQUIRED` A bank account is needed first · `BANK_ACCOUNT_ON_HOLD` The bank account was changed a short while ago */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTroubledPayouts: {
        parameters: {
            query?: {
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                group?: "came_back" | "waiting" | "on_the_way";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "pout_0199aa00c0de7000a000000000000042",
                     *           "kind": "release",
                     *           "status": "waiting_for_bank_account",
                     *           "userId": "usr_0199aa00c0de7000a000000000000042",
                     *           "userName": "demo",
                     *           "dealId": "deal_0199aa00c0de7000a000000000000042",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "bankAccountId": "bank_0199aa00c0de7000a000000000000042",
                     *           "reason": "As agreed with both sides",
                     *           "tries": 1,
                     *           "requestedAt": "2026-11-21T09:30:00.000Z",
                     *           "updatedAt": "2026-11-21T09:30:00.000Z",
                     *           "nextLookAt": "2026-11-21T09:30:00.000Z",
                     *           "lastError": "demo",
                     *           "sendAgain": "offered"
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["TroubledPayout"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewSendPayoutAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example pout_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "requested",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "bankAccount": {
                     *         "id": "bank_0199aa00c0de7000a000000000000042",
                     *         "holderName": "Asha Demo",
                     *         "last4": "demo"
                     *       },
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PayoutSentAgainPlan"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `BANK_ACCOUNT_REQUIRED` A bank account is needed first · `BANK_ACCOUNT_ON_HOLD` The bank account was changed a short while ago · `INSUFFICIENT_BALANCE` The wallet does not hold as much */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendPayoutAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example pout_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "payoutId": "pout_0199aa00c0de7000a000000000000042",
                     *       "status": "requested",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "bankAccount": {
                     *         "id": "bank_0199aa00c0de7000a000000000000042",
                     *         "holderName": "Asha Demo",
                     *         "last4": "demo"
                     *       },
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PayoutSentAgain"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `BANK_ACCOUNT_REQUIRED` A bank account is needed first · `BANK_ACCOUNT_ON_HOLD` The bank account was changed a short while ago · `INSUFFICIENT_BALANCE` The wallet does not hold as much */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDebts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "userId": "usr_0199aa00c0de7000a000000000000042",
                     *           "userName": "demo",
                     *           "owed": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Debt"][];
                    };
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWriteOffs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "wof_0199aa00c0de7000a000000000000042",
                     *           "userId": "usr_0199aa00c0de7000a000000000000042",
                     *           "userName": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "reason": "As agreed with both sides",
                     *           "askedBy": "usr_0199aa00c0de7000a000000000000042",
                     *           "askedByName": "demo",
                     *           "askedAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["OpenWriteOff"][];
                    };
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askWriteOff: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "userId": "usr_0199aa00c0de7000a000000000000042",
                 *       "amount": {
                 *         "amount": 34800,
                 *         "currency": "INR"
                 *       },
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    /** @example usr_0199aa00c0de7000a000000000000042 */
                    userId: string;
                    amount: components["schemas"]["Money"];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "wof_0199aa00c0de7000a000000000000042",
                     *       "userId": "usr_0199aa00c0de7000a000000000000042",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "reason": "As agreed with both sides",
                     *       "askedBy": "usr_0199aa00c0de7000a000000000000042",
                     *       "askedAt": "2026-11-21T09:30:00.000Z",
                     *       "approvedBy": "usr_0199aa00c0de7000a000000000000042",
                     *       "approvedAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WriteOff"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewAskWriteOff: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "userId": "usr_0199aa00c0de7000a000000000000042",
                 *       "amount": {
                 *         "amount": 34800,
                 *         "currency": "INR"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @example usr_0199aa00c0de7000a000000000000042 */
                    userId: string;
                    amount: components["schemas"]["Money"];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        entries: {
                            account: string;
                            amount: components["schemas"]["Money"];
                        }[];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewWriteOff: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example wof_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        entries: {
                            account: string;
                            amount: components["schemas"]["Money"];
                        }[];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveWriteOff: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example wof_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "wof_0199aa00c0de7000a000000000000042",
                     *       "userId": "usr_0199aa00c0de7000a000000000000042",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "reason": "As agreed with both sides",
                     *       "askedBy": "usr_0199aa00c0de7000a000000000000042",
                     *       "askedAt": "2026-11-21T09:30:00.000Z",
                     *       "approvedBy": "usr_0199aa00c0de7000a000000000000042",
                     *       "approvedAt": "2026-11-21T09:30:00.000Z",
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ApprovedWriteOff"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receivePayoutWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `WEBHOOK_REFUSED` The signature does not fit */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "ntf_0199aa00c0de7000a000000000000042",
                     *           "key": "demo",
                     *           "params": {
                     *             "orderNumber": "demo",
                     *             "amount": {
                     *               "amount": 34800,
                     *               "currency": "INR"
                     *             },
                     *             "dueAt": "2026-11-21T09:30:00.000Z",
                     *             "oldAccount": "demo",
                     *             "newAccount": "demo",
                     *             "payoutsFrom": "2026-11-21T09:30:00.000Z"
                     *           },
                     *           "orderId": "demo",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "readAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Notification"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markNotificationsRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         "ntf_0199aa00c0de7000a000000000000042"
                 *       ]
                 *     }
                 */
                "application/json": {
                    ids?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receive_cashfree_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                about: "payment" | "refund" | "dispute";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `WEBHOOK_REFUSED` The signature does not fit */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInFlight: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "kind": "refund",
                     *           "id": "demo",
                     *           "dealId": "deal_0199aa00c0de7000a000000000000042",
                     *           "gateway": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "state": "demo",
                     *           "since": "2026-11-21T09:30:00.000Z",
                     *           "nextCheckAt": "2026-11-21T09:30:00.000Z",
                     *           "attempts": 1,
                     *           "problem": "demo",
                     *           "overdueSince": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["InFlight"][];
                    };
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewSuspenseRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example cap_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        entries: {
                            account: string;
                            amount: components["schemas"]["Money"];
                        }[];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refundSuspense: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example cap_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "refundId": "ref_0199aa00c0de7000a000000000000042",
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @example ref_0199aa00c0de7000a000000000000042 */
                        refundId: string;
                        entries: {
                            account: string;
                            amount: components["schemas"]["Money"];
                        }[];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendRefundAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ref_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Taken on; it goes on by itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "refundId": "ref_0199aa00c0de7000a000000000000042"
                     *     }
                     */
                    "application/json": {
                        /** @example ref_0199aa00c0de7000a000000000000042 */
                        refundId: string;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receive_rapidshyp_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                about: "tracking" | "delivery";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `WEBHOOK_REFUSED` The signature does not fit */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCustody: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "currency": "demo",
                     *           "balanced": true,
                     *           "held": [
                     *             {
                     *               "family": "demo",
                     *               "sum": {
                     *                 "amount": 34800,
                     *                 "currency": "INR"
                     *               },
                     *               "accounts": 1
                     *             }
                     *           ],
                     *           "owed": [
                     *             {
                     *               "family": "demo",
                     *               "sum": {
                     *                 "amount": 34800,
                     *                 "currency": "INR"
                     *               },
                     *               "accounts": 1
                     *             }
                     *           ],
                     *           "unknown": [
                     *             {
                     *               "family": "demo",
                     *               "sum": {
                     *                 "amount": 34800,
                     *                 "currency": "INR"
                     *               },
                     *               "accounts": 1
                     *             }
                     *           ],
                     *           "heldTotal": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "owedTotal": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "difference": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "providers": [
                     *             {
                     *               "gateway": "demo",
                     *               "books": {
                     *                 "amount": 34800,
                     *                 "currency": "INR"
                     *               },
                     *               "statement": {
                     *                 "amount": 34800,
                     *                 "currency": "INR"
                     *               },
                     *               "statementSince": "2026-11-21T09:30:00.000Z"
                     *             }
                     *           ],
                     *           "unexplained": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "payoutsBlocked": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Custody"][];
                    };
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readReconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runs": [
                     *         {
                     *           "gateway": "demo",
                     *           "from": "2026-11-21T09:30:00.000Z",
                     *           "until": "2026-11-21T09:30:00.000Z",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "covers": [
                     *             "capture"
                     *           ],
                     *           "lines": 1,
                     *           "newLines": 1,
                     *           "matched": 1,
                     *           "waiting": 1,
                     *           "feesPosted": 1,
                     *           "settlementsPosted": 1,
                     *           "found": 1,
                     *           "resolved": 1
                     *         }
                     *       ],
                     *       "differences": [
                     *         {
                     *           "id": "dif_0199aa00c0de7000a000000000000042",
                     *           "gateway": "demo",
                     *           "class": "timing",
                     *           "reasons": [
                     *             "cut_off"
                     *           ],
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "foundAt": "2026-11-21T09:30:00.000Z",
                     *           "posting": "pst_0199aa00c0de7000a000000000000042",
                     *           "line": "stl_0199aa00c0de7000a000000000000042",
                     *           "effect": [
                     *             {
                     *               "amount": 34800,
                     *               "currency": "INR"
                     *             }
                     *           ],
                     *           "atStake": [
                     *             {
                     *               "amount": 34800,
                     *               "currency": "INR"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        runs: components["schemas"]["ReconciliationRun"][];
                        differences: components["schemas"]["Difference"][];
                    };
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runReconciliation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example cashfree */
                gateway: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-11-21T09:30:00.000Z",
                 *       "until": "2026-11-21T09:30:00.000Z"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @example 2026-11-21T09:30:00.000Z
                     */
                    from?: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-21T09:30:00.000Z
                     */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "gateway": "demo",
                     *       "from": "2026-11-21T09:30:00.000Z",
                     *       "until": "2026-11-21T09:30:00.000Z",
                     *       "at": "2026-11-21T09:30:00.000Z",
                     *       "covers": [
                     *         "capture"
                     *       ],
                     *       "lines": 1,
                     *       "newLines": 1,
                     *       "matched": 1,
                     *       "waiting": 1,
                     *       "feesPosted": 1,
                     *       "settlementsPosted": 1,
                     *       "found": 1,
                     *       "resolved": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReconciliationRun"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PAYMENT_GATEWAY_UNAVAILABLE` The payment gateway does not answer · `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewExplanation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example dif_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "counterpart": "suspense"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    counterpart: "suspense" | "gateway_fees" | "chargebacks" | "bank" | "other_revenue" | "no_money";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainDifference: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example dif_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "counterpart": "suspense",
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    counterpart: "suspense" | "gateway_fees" | "chargebacks" | "bank" | "other_revenue" | "no_money";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSeals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keys": [
                     *         {
                     *           "id": "0199aa00c0de7000",
                     *           "algorithm": "Ed25519",
                     *           "publicKey": "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042",
                     *           "pem": "demo",
                     *           "blocks": [
                     *             {
                     *               "chain": "ledger",
                     *               "first": 1,
                     *               "last": 1
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "heads": [
                     *         {
                     *           "chain": "ledger",
                     *           "number": 1,
                     *           "first": 1,
                     *           "last": 1,
                     *           "count": 1,
                     *           "root": "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042",
                     *           "previous": "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042",
                     *           "sealedAt": 1,
                     *           "key": "0199aa00c0de7000",
                     *           "saltHash": "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042",
                     *           "hash": "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042",
                     *           "signature": "0199aa00c0de7000a0000000000000420199aa00c0de7000a0000000000000420199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        keys: components["schemas"]["SealKey"][];
                        heads: components["schemas"]["SealedBlock"][];
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cron_process_timeouts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken on; it goes on by itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cron_release_payments: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken on; it goes on by itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cron_update_tracking: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken on; it goes on by itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSandbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "enabled": true,
                     *       "links": {
                     *         "gateway": "demo",
                     *         "carrier": "demo",
                     *         "apiReference": "demo"
                     *       }
                     *     }
                     */
                    "application/json": {
                        enabled: boolean;
                        links: {
                            gateway: string;
                            carrier: string;
                            apiReference: string;
                        };
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDemoUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "key": "demo",
                     *           "name": "Asha (demo buyer)",
                     *           "roles": [
                     *             "user"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: {
                            key: string;
                            name: string;
                            roles: ("user" | "support" | "arbiter" | "finance" | "admin")[];
                        }[];
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInDemoUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "user": "demo"
                 *     }
                 */
                "application/json": {
                    user: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": "demo"
                     *     }
                     */
                    "application/json": {
                        token: string;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutDemoUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "now": "2026-11-21T09:30:00.000Z",
                     *       "offsetMs": 1
                     *     }
                     */
                    "application/json": {
                        /**
                         * Format: date-time
                         * @example 2026-11-21T09:30:00.000Z
                         */
                        now: string;
                        offsetMs: number;
                    };
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    advanceClock: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "advance": "PT48H"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description ISO 8601 duration of days, hours, minutes, seconds
                     * @example PT48H
                     */
                    advance: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "now": "2026-11-21T09:30:00.000Z",
                     *       "offsetMs": 1
                     *     }
                     */
                    "application/json": {
                        /**
                         * Format: date-time
                         * @example 2026-11-21T09:30:00.000Z
                         */
                        now: string;
                        offsetMs: number;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
