package com.anycompany.service.spring.sample;

import com.anycompany.service.spring.dynamodb.Attributes;
import com.anycompany.service.spring.dynamodb.ItemWriter;
import com.anycompany.service.spring.dynamodb.TableDefinition;
import com.anycompany.service.spring.problem.InvalidValueException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Service of notes. */
@SpringBootApplication
class SampleService {

    @Bean
    TableDefinition notesTable() {
        return TableDefinition.of(
                        "Notes",
                        table -> table.attributeDefinitions(
                                        a -> a.attributeName("id").attributeType(ScalarAttributeType.S))
                                .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                                .provisionedThroughput(
                                        p -> p.readCapacityUnits(5L).writeCapacityUnits(5L)))
                .withTimeToLive("expiresAt");
    }

    record NoteId(String value) {

        private static final Pattern FORMAT = Pattern.compile("[a-z]{1,9}");

        public NoteId {
            if (!FORMAT.matcher(value).matches()) {
                throw new InvalidValueException("must be 1 to 9 letters");
            }
        }
    }

    record Note(@Max(5) int stars) {}

    @RestController
    static class Notes {

        private final DynamoDbClient dynamoDb;

        Notes(DynamoDbClient dynamoDb) {
            this.dynamoDb = dynamoDb;
        }

        @GetMapping("/api/v1/notes/{id}")
        boolean exists(@PathVariable NoteId id, @RequestParam(defaultValue = "1") int page) {
            return dynamoDb.getItem(get -> get.tableName("Notes").key(Map.of("id", Attributes.text(id.value()))))
                    .hasItem();
        }

        @PutMapping("/api/v1/notes/{id}")
        void put(@PathVariable NoteId id, @RequestHeader("Idempotency-Key") String key, @Valid @RequestBody Note note) {
            dynamoDb.putItem(put -> put.tableName("Notes")
                    .item(new ItemWriter()
                            .text("id", id.value())
                            .number("stars", note.stars())
                            .item()));
        }
    }
}
