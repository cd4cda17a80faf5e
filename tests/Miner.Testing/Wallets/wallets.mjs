// Wallets by other hands: reads one JSON request from standard input and writes one JSON answer to standard output.
// Keys and signatures are @polkadot/util-crypto's, except where the randomness is given: @scure/sr25519 takes it.
import { createRequire } from 'node:module';
import { pbkdf2Sync } from 'node:crypto';
import { text } from 'node:stream/consumers';
import {
  cryptoWaitReady, decodeAddress, encodeAddress, mnemonicGenerate, mnemonicToMiniSecret, sr25519PairFromSeed, sr25519Sign, sr25519Verify,
} from '@polkadot/util-crypto';
import { sign as signWithRandomness } from '@scure/sr25519';
import { Vault } from 'ansible-vault';
import sodium from 'libsodium-wrappers-sumo';

const fernet = createRequire(import.meta.url)('fernet');

const hex = bytes => Buffer.from(bytes).toString('hex');
const bytes = digits => new Uint8Array(Buffer.from(digits, 'hex'));

// Polkadot's private key holds the scalar times 8; Bittensor's the scalar.
function divideScalarBy8(privateKey) {
  const scalar = BigInt(`0x${hex(privateKey.slice(0, 32).reverse())}`) / 8n;
  return scalar.toString(16).padStart(64, '0').match(/../g).reverse().join('') + hex(privateKey.slice(32));
}

async function encryptNacl(content, password) {
  await sodium.ready;
  const salt = bytes('137183dff15a09bc9c90b5518739e9b1');
  const key = sodium.crypto_pwhash(32, password, salt, 8, 512 * 1024 * 1024, sodium.crypto_pwhash_ALG_ARGON2I13);
  const nonce = sodium.randombytes_buf(24);
  return Buffer.concat([Buffer.from('$NACL'), nonce, sodium.crypto_secretbox_easy(content, nonce, key)]);
}

function encryptFernet(content, password) {
  const key = pbkdf2Sync(password, 'Iguesscyborgslikemyselfhaveatendencytobeparanoidaboutourorigins', 10_000_000, 32, 'sha256');
  const secret = new fernet.Secret(key.toString('base64').replaceAll('+', '-').replaceAll('/', '_'));
  return Buffer.from(new fernet.Token({ secret }).encode(content));
}

const commands = {
  create({ phrase = mnemonicGenerate(12) }) {
    const seed = mnemonicToMiniSecret(phrase);
    const { publicKey, secretKey } = sr25519PairFromSeed(seed);
    return {
      phrase, seed: hex(seed), publicKey: hex(publicKey), address: encodeAddress(publicKey, 42),
      privateKey: divideScalarBy8(secretKey), multipliedPrivateKey: hex(secretKey),
    };
  },
  sign: ({ seed, message }) => ({ signature: hex(sr25519Sign(message, sr25519PairFromSeed(bytes(seed)))) }),
  signWithRandomness: ({ seed, message, randomness }) => ({
    signature: hex(signWithRandomness(sr25519PairFromSeed(bytes(seed)).secretKey, new TextEncoder().encode(message), bytes(randomness))),
  }),
  verify: ({ address, message, signature }) => ({ holds: sr25519Verify(message, bytes(signature), decodeAddress(address, false, 42)) }),
  encryptNacl: async ({ content, password }) => ({ file: (await encryptNacl(content, password)).toString('base64') }),
  encryptAnsible: async ({ content, password }) =>
    ({ file: Buffer.from(await new Vault({ password }).encrypt(content)).toString('base64') }),
  encryptFernet: ({ content, password }) => ({ file: encryptFernet(content, password).toString('base64') }),
};

await cryptoWaitReady();
const { command, ...request } = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(await commands[command](request)));
