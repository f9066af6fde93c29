/**
 * The stand-in for Cashfree's browser script: `Cashfree({ mode }).checkout({ paymentSessionId, redirectTarget })`
 * goes to the pay page of the simulator that served the script.
 */
export const BROWSER_SCRIPT = `(function () {
  var origin = new URL(document.currentScript.src).origin;
  window.Cashfree = function (settings) {
    if (!settings || (settings.mode !== "sandbox" && settings.mode !== "production")) {
      throw new Error("Cashfree: mode should be sandbox or production");
    }
    return {
      checkout: function (options) {
        if (!options || !options.paymentSessionId) {
          return Promise.resolve({ error: { message: "paymentSessionId is not present or is invalid", code: "payment_session_id_invalid" } });
        }
        var page = origin + "/cashfree/checkout/" + encodeURIComponent(options.paymentSessionId);
        var target = options.redirectTarget || "_self";
        if (target === "_blank") window.open(page, "_blank");
        else if (target === "_top") window.top.location.assign(page);
        else window.location.assign(page);
        return Promise.resolve({ redirect: true });
      },
    };
  };
})();
`;
