// Addresses of this area.
export const webhookRoutes = [] as const;
