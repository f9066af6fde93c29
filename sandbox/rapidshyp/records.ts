/** What the simulated RapidShyp remembers. Amounts are rupees as sent, instants epoch milliseconds. */
export type ShippingAddress = {
  readonly name: string;
  readonly line1: string;
  readonly line2: string | null;
  readonly pincode: string;
  readonly phone: string;
  readonly email: string | null;
};

export type Item = { readonly name: string; readonly sku: string; readonly units: number; readonly unitPrice: number };

export type ShippingOrder = {
  readonly orderId: string;
  readonly storeName: string;
  readonly orderDate: string;
  readonly createdAt: number;
  readonly paymentMethod: "PREPAID" | "COD";
  readonly totalOrderValue: number;
  readonly pickupName: string;
  readonly pickup: ShippingAddress;
  readonly shipping: ShippingAddress;
  readonly items: readonly Item[];
  readonly grams: number;
  readonly shipmentId: string;
  status: "CREATED" | "APPROVED" | "PROCESSING" | "CANCELLED";
};

export type Scan = {
  readonly code: string;
  readonly at: number;
  readonly location: string;
  readonly remark: string;
};

export type Shipment = {
  readonly shipmentId: string;
  readonly orderId: string;
  readonly createdAt: number;
  awb: string | null;
  courierCode: string | null;
  awbAssignedAt: number | null;
  pickupScheduled: boolean;
  cancelled: boolean;
  /** In the order they were reported, which is not always the order in which they happened. */
  scans: Scan[];
};

export type PickupLocation = ShippingAddress & { readonly pickupName: string; readonly createdAt: number };
