/** For tests: a parcel of 500 g from Pune to Bengaluru, as an integrator would send it. */
export const parcel = (orderId: string, more: object = {}) => ({
  orderId,
  orderDate: "2026-01-05",
  storeName: "DEFAULT",
  billingIsShipping: true,
  pickupLocation: {
    contactName: "Noor (demo seller)",
    pickupName: "Demo Shop",
    pickupEmail: "noor@example.test",
    pickupPhone: "9000000002",
    pickupAddress1: "1 Demo Street",
    pinCode: "411001",
  },
  shippingAddress: {
    firstName: "Asha",
    lastName: "(demo buyer)",
    addressLine1: "2 Sample Road",
    pinCode: "560001",
    phone: "9000000001",
    email: "asha@example.test",
  },
  orderItems: [{ itemName: "Camera", sku: "CAM1", units: 1, unitPrice: 1499, tax: 0 }],
  paymentMethod: "PREPAID",
  packageDetails: { packageLength: 10, packageBreadth: 10, packageHeight: 10, packageWeight: 500 },
  ...more,
});
