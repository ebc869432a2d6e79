// Addresses of this area.
export const priceRoutes = [] as const;
