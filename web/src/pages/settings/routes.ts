// Addresses of this area.
export const settingRoutes = [] as const;
