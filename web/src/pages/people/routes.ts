// Addresses of this area.
export const peopleRoutes = [] as const;
