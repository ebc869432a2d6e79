// Addresses of this area.
export const billingRoutes = [] as const;
