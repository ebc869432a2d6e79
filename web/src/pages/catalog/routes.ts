// Addresses of this area.
export const catalogRoutes = [] as const;
