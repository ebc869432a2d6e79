// Passkeys: what the browser's own dialogue asks and answers, carried between it and the server as JSON.
import { api, type Schemas } from '../../app/api.ts';

interface WithJson {
  parseCreationOptionsFromJSON(options: unknown): PublicKeyCredentialCreationOptions;
  parseRequestOptionsFromJSON(options: unknown): PublicKeyCredentialRequestOptions;
}

const browser = (): WithJson => window.PublicKeyCredential as unknown as WithJson;
type PasskeyAnswer = { id: string; response: { clientDataJSON: string } };

export const hasPasskeys = (): boolean => 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in window.PublicKeyCredential;

export async function askPasskey(portal: string | undefined): Promise<Schemas['SignedIn']> {
  const { data } = await api().post('/v1/sign-in/passkey/options', { body: portal === undefined ? {} : { portal } });
  const publicKey = browser().parseRequestOptionsFromJSON(data.options);
  const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  return (await api().post('/v1/sign-in/passkey', { body: { answer: credential.toJSON() as PasskeyAnswer } })).data;
}

/** A new one on this device, as the server's options want it. */
export async function makePasskey(options: unknown): Promise<PasskeyAnswer> {
  const credential = await navigator.credentials.create({ publicKey: browser().parseCreationOptionsFromJSON(options) });
  return (credential as PublicKeyCredential).toJSON() as PasskeyAnswer;
}
