package com.anycompany.capacitydb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.capacitydb.TestEngine;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the folder at any moment is what a killed process leaves: a copy of it must hold every acknowledged write. */
class DurabilityTests {

    private final List<String> reports = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void copyOfTheFolder_holdsEveryAcknowledgedWrite() throws IOException {
        try (Database database = Database.open(folder.resolve("data"), reports::add)) {
            TestEngine engine = new TestEngine(database, Clock.systemUTC());
            create(engine);
            for (int i = 0; i < 20; i++) {
                put(engine, i);
                assertThat(countIn(copy("data", "copy" + i))).isEqualTo(i + 1);
            }
        }
        assertThat(reports).isEmpty();
    }

    @Test
    void tornTail_costsTheLastWriteOnly_andIsReported() throws IOException {
        write(10);
        try (RandomAccessFile log = log("data")) {
            log.setLength(log.length() - 3);
        }

        assertThat(countIn(folder.resolve("data"))).isEqualTo(9);
        assertThat(reports).singleElement().asString().contains("are damaged").contains("log-000001");
    }

    @Test
    void flippedByte_costsTheWriteThatItIsIn() throws IOException {
        write(10);
        flip("data", 0.5);

        assertThat(countIn(folder.resolve("data"))).isEqualTo(9);
        assertThat(reports).hasSize(1);
    }

    @Test
    void flippedByte_whereverItIs_costsOneItemAtMost() throws IOException {
        write(5);
        byte[] whole = Files.readAllBytes(folder.resolve("data/log-000001"));
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x10;
            Files.write(folder.resolve("data/log-000001"), damaged);
            assertThat(countIn(folder.resolve("data"))).as("byte " + i).isGreaterThanOrEqualTo(4);
        }
        assertThat(reports).hasSize(whole.length);
    }

    @Test
    void flippedByteOfASnapshot_costsOneItemAtMost() throws IOException {
        write(0);
        String text = "x".repeat(300_000);
        try (Database database = Database.open(folder.resolve("data"), reports::add)) {
            TestEngine engine = new TestEngine(database, Clock.systemUTC());
            for (int i = 0; i < 70; i++) {
                engine.answer(
                        "PutItem", "{'TableName':'Things','Item':{'id':{'S':'" + i + "'},'t':{'S':'" + text + "'}}}");
            }
            Awaitility.await().until(() -> snapshots().size() == 1);
        }
        try (RandomAccessFile snapshot = new RandomAccessFile(snapshots().get(0).toFile(), "rw")) {
            snapshot.seek(snapshot.length() / 2);
            snapshot.write(0);
        }

        try (Database database = Database.open(folder.resolve("data"), reports::add)) {
            assertThat(new TestEngine(database, Clock.systemUTC())
                            .call("DescribeTable", "{'TableName':'Things'}")
                            .objectOrEmpty("Table")
                            .number("ItemCount"))
                    .as("the damaged item may stand in the log as well")
                    .isBetween(69L, 70L);
        }
        assertThat(reports).singleElement().asString().contains("snapshot-");
    }

    @Test
    void syncedWrites_ofManyClients_areAllThere() throws Exception {
        try (Database database = Database.open(folder.resolve("data"), true, reports::add)) {
            TestEngine engine = new TestEngine(database, Clock.systemUTC());
            create(engine);
            List<Thread> clients = new ArrayList<>();
            for (int client = 0; client < 4; client++) {
                int first = client * 25;
                clients.add(new Thread(() -> {
                    for (int i = first; i < first + 25; i++) {
                        put(engine, i);
                    }
                }));
            }
            clients.forEach(Thread::start);
            for (Thread client : clients) {
                client.join();
            }
        }
        assertThat(countIn(folder.resolve("data"))).isEqualTo(100);
    }

    private List<Path> snapshots() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data"))) {
            return files.filter(file -> file.getFileName().toString().matches("snapshot-\\d+"))
                    .toList();
        }
    }

    @Test
    void flippedLength_costsTheWriteThatItIsIn() throws IOException {
        write(10);
        try (RandomAccessFile log = log("data")) {
            long frame = lastFrame(log);
            log.seek(frame + 4);
            log.writeInt(Integer.MAX_VALUE);
        }

        assertThat(countIn(folder.resolve("data"))).isEqualTo(9);
    }

    @Test
    void writesGoOnBehindADamagedTail() throws IOException {
        write(10);
        try (RandomAccessFile log = log("data")) {
            log.setLength(log.length() - 3);
        }
        try (Database database = Database.open(folder.resolve("data"), reports::add)) {
            put(new TestEngine(database, Clock.systemUTC()), 100);
        }

        assertThat(countIn(folder.resolve("data"))).isEqualTo(10);
    }

    @Test
    void largeLog_becomesASnapshot_whileWritesGoOn() throws IOException {
        String text = "x".repeat(300_000);
        try (Database database = Database.open(folder.resolve("data"), reports::add)) {
            TestEngine engine = new TestEngine(database, Clock.systemUTC());
            create(engine);
            for (int i = 0; i < 150; i++) {
                engine.answer(
                        "PutItem",
                        "{'TableName':'Things','Item':{'id':{'S':'" + i % 10 + "'},'n':{'N':'" + i + "'},'t':{'S':'"
                                + text + "'}}}");
            }
        }
        try (Stream<Path> files = Files.list(folder.resolve("data"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("snapshot-"))
                    .doesNotContain("log-000001");
        }
        try (Database database = Database.open(folder.resolve("data"), reports::add)) {
            TestEngine engine = new TestEngine(database, Clock.systemUTC());
            for (int i = 0; i < 10; i++) {
                assertThat(engine.answer(
                                "GetItem",
                                "{'TableName':'Things','Key':{'id':{'S':'" + i + "'}},'ProjectionExpression':'n'}"))
                        .isEqualTo("{\"Item\":{\"n\":{\"N\":\"" + (140 + i) + "\"}}}");
            }
        }
        assertThat(reports).isEmpty();
    }

    @Test
    void folderInUse_isRefused() {
        Database first = Database.open(folder.resolve("data"), reports::add);

        assertThatThrownBy(() -> Database.open(folder.resolve("data"), reports::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is in use by another process");
        first.close();
        Database.open(folder.resolve("data"), reports::add).close();
    }

    @Test
    void dataOfDynamoDbLocal_isMovedAside_andSaid() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("shared-local-instance.db"), "SQLite format 3");
        Files.writeString(data.resolve("shared-local-instance.db-wal"), "");

        Database.open(data, reports::add).close();

        assertThat(reports)
                .singleElement()
                .asString()
                .contains("DynamoDB Local")
                .contains("moved to");
        assertThat(data.resolve("dynamodb-local-data/shared-local-instance.db")).exists();
        assertThat(data.resolve("shared-local-instance.db")).doesNotExist();
        Database.open(data, reports::add).close();
        assertThat(reports).hasSize(1);
    }

    @Test
    void definitionsAndIndexes_areBackAfterARestart() {
        String describe = "{'TableName':'Things'}";
        String before;
        try (Database database = Database.open(folder.resolve("data"), reports::add)) {
            TestEngine engine = new TestEngine(database, Clock.systemUTC());
            engine.answer(
                    "CreateTable",
                    "{'TableName':'Things','KeySchema':[{'AttributeName':'id','KeyType':'HASH'},"
                            + "{'AttributeName':'at','KeyType':'RANGE'}],'AttributeDefinitions':["
                            + "{'AttributeName':'id','AttributeType':'S'},{'AttributeName':'at','AttributeType':'N'},"
                            + "{'AttributeName':'owner','AttributeType':'B'}],'ProvisionedThroughput':"
                            + "{'ReadCapacityUnits':3,'WriteCapacityUnits':4},'GlobalSecondaryIndexes':["
                            + "{'IndexName':'Owners','KeySchema':[{'AttributeName':'owner','KeyType':'HASH'}],"
                            + "'Projection':{'ProjectionType':'INCLUDE','NonKeyAttributes':['a','b']},"
                            + "'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':2}}],"
                            + "'LocalSecondaryIndexes':[{'IndexName':'Local','KeySchema':["
                            + "{'AttributeName':'id','KeyType':'HASH'},{'AttributeName':'owner','KeyType':'RANGE'}],"
                            + "'Projection':{'ProjectionType':'KEYS_ONLY'}}],'Tags':[{'Key':'k','Value':'v'}],"
                            + "'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_IMAGE'}}");
            engine.answer(
                    "UpdateTimeToLive",
                    "{'TableName':'Things','TimeToLiveSpecification':{'Enabled':true,'AttributeName':'ttl'}}");
            engine.answer(
                    "PutItem",
                    "{'TableName':'Things','Item':{'id':{'S':'1'},'at':{'N':'1'},'owner':{'B':'AQI='},"
                            + "'l':{'L':[{'NULL':true},{'BOOL':false}]},'ns':{'NS':['1','2.5']},'bs':{'BS':['AA==']}}}");
            before = engine.answer("DescribeTable", describe)
                    + engine.answer("DescribeTimeToLive", describe)
                    + engine.answer("Scan", "{'TableName':'Things','IndexName':'Owners'}")
                    + engine.answer("Scan", describe);
        }
        try (Database database = Database.open(folder.resolve("data"), reports::add)) {
            TestEngine engine = new TestEngine(database, Clock.systemUTC());
            assertThat(engine.answer("DescribeTable", describe)
                            + engine.answer("DescribeTimeToLive", describe)
                            + engine.answer("Scan", "{'TableName':'Things','IndexName':'Owners'}")
                            + engine.answer("Scan", describe))
                    .isEqualTo(before);
        }
    }

    private void write(int items) {
        try (Database database = Database.open(folder.resolve("data"), reports::add)) {
            TestEngine engine = new TestEngine(database, Clock.systemUTC());
            create(engine);
            for (int i = 0; i < items; i++) {
                put(engine, i);
            }
        }
    }

    private static void create(TestEngine engine) {
        engine.answer(
                "CreateTable",
                "{'TableName':'Things','KeySchema':[{'AttributeName':'id','KeyType':'HASH'}],"
                        + "'AttributeDefinitions':[{'AttributeName':'id','AttributeType':'S'}],"
                        + "'BillingMode':'PAY_PER_REQUEST'}");
    }

    private static void put(TestEngine engine, int number) {
        engine.answer(
                "PutItem", "{'TableName':'Things','Item':{'id':{'S':'" + number + "'},'text':{'S':'some text'}}}");
    }

    private int countIn(Path data) {
        try (Database database = Database.open(data, reports::add)) {
            return new TestEngine(database, Clock.systemUTC())
                    .call("Scan", "{'TableName':'Things'}")
                    .objects("Items")
                    .size();
        }
    }

    private Path copy(String from, String to) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(to));
        try (Stream<Path> files = Files.list(folder.resolve(from))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private RandomAccessFile log(String data) throws IOException {
        return new RandomAccessFile(folder.resolve(data).resolve("log-000001").toFile(), "rw");
    }

    private void flip(String data, double where) throws IOException {
        try (RandomAccessFile log = log(data)) {
            long position = (long) (log.length() * where);
            log.seek(position);
            int old = log.read();
            log.seek(position);
            log.write(old ^ 0x10);
        }
    }

    private static long lastFrame(RandomAccessFile log) throws IOException {
        for (long position = log.length() - FrameWriter.HEADER; position >= 0; position--) {
            log.seek(position);
            if (log.readInt() == FrameWriter.MARK) {
                return position;
            }
        }
        throw new AssertionError("no frame");
    }
}
