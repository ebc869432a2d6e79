// Addresses of this area.
export const customerRoutes = [] as const;
