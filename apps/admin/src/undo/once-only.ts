/** A plan is looked up in the register, which costs money: only when somebody opens the page or asks again. */
export const onceOnly = { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false } as const
