/** @module What the counter (its console, or a SAM card) and the SAM's remote service say to each other when they verify (2.1). */

/** The counter asks, signed by its SAM's key in the request's authorisation. */
export interface VerifyRequest {
  /** 16 bytes, base64: the service must sign it. */
  readonly challenge: string;
  /** 65 bytes, base64: the new delegation's public key; its private half never leaves the counter. */
  readonly delegationKey: string;
  /** 65 bytes, base64: an ephemeral key, to seal what comes back. */
  readonly ephemeral: string;
}
export interface VerifyAnswer {
  readonly now: number;
  /** The root's signature over challenge, time and institution, base64. */
  readonly proof: string;
  readonly identity: {
    readonly samId: string;
    readonly hospId: string;
    readonly hospName: string;
    readonly hospAbbName: string;
  };
  /** Certificate, base64. */
  readonly delegation: string;
  readonly ephemeral: string;
  /** AES-256-GCM, base64 of 12 bytes nonce, text, 16 bytes tag: `SealedKeys` as JSON. */
  readonly sealed: string;
}
export interface SealedKeys {
  /** ROC date to 32 bytes, base64. */
  readonly identifierKeys: { readonly [rocDate: string]: string };
  readonly prescriptionKey: string;
  readonly prescriptionKeyNo: number;
}

export const proofText = (challenge: string, now: number, hospId: string): Uint8Array =>
  Buffer.from(`OpenCSHIS SAM verification|${challenge}|${now}|${hospId}`);

/** A SAM card asks (3.5), signed by its key in the request's authorisation. */
export interface CardVerifyRequest {
  /** 16 bytes, base64, made by the card: the centre's root must sign it. */
  readonly challenge: string;
  /** 65 bytes, base64, made by the card: what comes back is sealed for it. */
  readonly ephemeral: string;
}
/** All base64 but the time; `proof` is over `samProof` with the digest of what is sealed. */
export interface CardVerifyAnswer {
  readonly now: number;
  readonly proof: string;
  readonly ephemeral: string;
  /** `encodeSamKeys`, sealed. */
  readonly sealed: string;
}
