// Addresses of this area.
export const invoiceRoutes = [] as const;
