/** The control address of the development register: where it is told to do wrong. */
export interface Faults {
  /** Does something while the register misbehaves, and puts it right again whatever happens. */
  readonly during: <T>(
    faults: Readonly<Record<string, unknown>>,
    act: () => Promise<T>,
  ) => Promise<T>
}

export function createFaults(registerUrl: string): Faults {
  const set = async (faults: Readonly<Record<string, unknown>>) => {
    const response = await fetch(new URL('/control/faults', registerUrl), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(faults),
    })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`the register did not take the faults: ${response.status}`)
  }
  return {
    during: async (faults, act) => {
      await set(faults)
      try {
        return await act()
      } finally {
        await set({})
      }
    },
  }
}
