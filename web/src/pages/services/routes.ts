// Addresses of this area.
export const serviceRoutes = [] as const;
