// Addresses of this area.
export const usageRoutes = [] as const;
