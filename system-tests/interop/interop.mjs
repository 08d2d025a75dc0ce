// Talks to Askwell's topics with kafkajs and the official Confluent schema-registry client: proof that any client that
// speaks Confluent Avro can. Reads ASKWELL_KAFKA and ASKWELL_REGISTRY_URL from the environment (see local.env).
//
//   node interop.mjs write-signal '{"source":"crm","id":"1","customerId":"C-1","kind":"nps_scored",...}'
//   node interop.mjs open-queue       prints one JSON line for each ask that waits, read from the start of the topic
import { AvroDeserializer, AvroSerializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry';
import { Kafka, logLevel, Partitioners } from 'kafkajs';

const SIGNALS = 'referral.signals.v1';
const PENDING_ASKS = 'referral.pending-asks.v1';

const kafka = new Kafka({ clientId: 'interop', brokers: [required('ASKWELL_KAFKA')], logLevel: logLevel.ERROR });
const registry = new SchemaRegistryClient({ baseURLs: [required('ASKWELL_REGISTRY_URL')] });

// A client that waits for ever tells nobody what it waits for.
const PATIENCE_SECONDS = 30;
let waitingFor = 'a connection';
const patience = setTimeout(() => {
    console.error(`gave up after ${PATIENCE_SECONDS} s of waiting for ${waitingFor}`);
    process.exit(1);
}, PATIENCE_SECONDS * 1000);

const [command, argument] = process.argv.slice(2);
switch (command) {
    case 'write-signal':
        await writeSignal(JSON.parse(argument));
        break;
    case 'open-queue':
        for (const ask of await openQueue()) console.log(JSON.stringify(ask, bigIntAsNumber));
        break;
    default:
        console.error('usage: node interop.mjs write-signal JSON | open-queue');
        process.exit(2);
}
clearTimeout(patience);

async function writeSignal(signal) {
    const serializer = new AvroSerializer(registry, SerdeType.VALUE, { autoRegisterSchemas: false, useLatestVersion: true });
    const occurredAt = Date.parse(signal.occurredAt) * 1000; // timestamp-micros
    const value = await serializer.serialize(SIGNALS, { ...signal, occurredAt });
    const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    await producer.send({ topic: SIGNALS, acks: -1, messages: [{ key: signal.customerId, value }] });
    await producer.disconnect();
}

async function openQueue() {
    const deserializer = new AvroDeserializer(registry, SerdeType.VALUE, {});
    const ends = await endOffsets(PENDING_ASKS);
    const open = new Map();
    const consumer = kafka.consumer({ groupId: `interop-${process.pid}-${Date.now()}` });
    await consumer.connect();
    waitingFor = `membership of a group, then the end of partitions ${[...ends.keys()].join(', ')} of ${PENDING_ASKS}`;
    await consumer.subscribe({ topic: PENDING_ASKS, fromBeginning: true });
    await new Promise((resolve, reject) => {
        const finishIfAtEnd = () => { if (ends.size === 0) resolve(); };
        finishIfAtEnd();
        consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
        // The end of a batch also counts when its last record is a transaction marker that no reader is shown.
        consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
            if (BigInt(payload.lastOffset) + 1n >= (ends.get(payload.partition) ?? 0n)) ends.delete(payload.partition);
            waitingFor = `the end of partitions ${[...ends.keys()].join(', ')} of ${PENDING_ASKS}`;
            finishIfAtEnd();
        });
        consumer.run({
            eachMessage: async ({ message }) => {
                const askId = message.key.toString();
                if (message.value === null) open.delete(askId);
                else open.set(askId, await deserializer.deserialize(PENDING_ASKS, message.value));
            },
        }).catch(reject);
    });
    waitingFor = 'the end of the connection';
    await consumer.disconnect();
    return open.values();
}

/** End offset by partition, of the partitions that hold anything. */
async function endOffsets(topic) {
    const admin = kafka.admin();
    await admin.connect();
    const offsets = await admin.fetchTopicOffsets(topic);
    await admin.disconnect();
    return new Map(offsets.filter(({ low, high }) => BigInt(high) > BigInt(low))
        .map(({ partition, high }) => [partition, BigInt(high)]));
}

function bigIntAsNumber(_, value) {
    return typeof value === 'bigint' ? Number(value) : value;
}

function required(name) {
    const value = process.env[name];
    if (!value) {
        console.error(`${name} is not set; source the local.env of the product's data directory`);
        process.exit(2);
    }
    return value;
}
