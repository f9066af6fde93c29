/**
 * Who may import whom among the modules of the server, one line each. Read by the import rules, by tidy and by the drawing in
 * ARCHITECTURE.md, so that a change of the graph is made here and nowhere else.
 */

/** May open the door of every module; nobody but the entrypoints opens theirs. */
exports.listeners = ["notifications", "realtime", "sandbox", "webhooks"];

/** A module may open the doors listed for it. Acyclic. */
exports.modules = {
  audit: [],
  identity: ["audit"],
  ledger: ["audit"],
  escrow: ["audit", "ledger"],
  organizations: ["audit", "identity"],
  approvals: ["audit", "escrow", "identity", "organizations"],
  payments: ["approvals", "audit", "escrow", "identity", "ledger"],
  wallets: ["ledger"],
  payouts: ["approvals", "audit", "identity", "ledger", "wallets"],
  reconciliation: ["approvals", "audit", "ledger", "payments"],
  seals: [],
  privacy: ["audit", "identity"],
  catalog: ["audit", "files", "identity"],
  search: ["catalog", "identity"],
  files: ["audit"],
  messaging: ["audit", "files", "identity"],
  shipping: ["audit", "identity"],
  commission: ["audit", "identity", "organizations"],
  library: ["escrow", "files", "identity", "payments"],
  orders: [
    "approvals",
    "audit",
    "catalog",
    "commission",
    "escrow",
    "files",
    "identity",
    "ledger",
    "library",
    "organizations",
    "payments",
    "payouts",
    "seals",
    "shipping",
  ],
  carts: ["catalog", "commission", "escrow", "identity", "orders", "organizations", "payments", "shipping"],
  agreements: ["audit", "catalog", "commission", "escrow", "identity", "orders", "organizations"],
  documents: ["catalog", "escrow", "identity", "orders", "organizations"],
  negotiations: ["agreements", "catalog", "identity", "organizations"],
  projects: ["escrow", "identity", "orders", "organizations"],
  disputes: ["approvals", "audit", "escrow", "files", "identity", "library", "orders", "organizations"],
};

/** Files that only tests reach, by their names: suites that several tests share, and the fakes and frames that they need. */
exports.testSupport = "/(conformance|harness|sample|fake-[^/]+|[^/]+-for-test)\\.ts$";
