package com.anycompany.xray.local.trace;

import static com.anycompany.xray.local.Doc.aws;
import static com.anycompany.xray.local.Doc.local;
import static com.anycompany.xray.local.Doc.remote;
import static com.anycompany.xray.local.Doc.segment;
import static com.anycompany.xray.local.Doc.table;
import static com.anycompany.xray.local.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.segment.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AssembledTraceTests {

    @Test
    void independentSubsegment_foldsIntoAnInlineSubsegment() {
        Doc inline = local("inline");
        Doc root = segment("front").with(inline);
        AssembledTrace trace = trace(local("streamed").independent(inline), root);
        EntityNode folded =
                trace.segments().get(0).subsegments().get(0).subsegments().get(0);
        assertThat(folded.entity().name()).isEqualTo("streamed");
        assertThat(folded.segment().entity().name()).isEqualTo("front");
    }

    @Test
    void orphanedSubsegment_isLeftOutAndMakesTheTracePartial() {
        AssembledTrace trace = trace(remote("back").independent(segment("never arrives")));
        assertThat(trace.segments()).isEmpty();
        assertThat(trace.inferred()).isEmpty();
        assertThat(trace.isPartial()).isTrue();
    }

    @Test
    void longChainOfIndependentSubsegments_folds() {
        Doc root = segment("front");
        List<Doc> chain = new ArrayList<>(List.of(root));
        for (int i = 0; i < 20_000; i++) {
            chain.add(local("step").independent(chain.get(chain.size() - 1)));
        }
        assertThat(trace(chain.toArray(Doc[]::new)).entities()).hasSize(20_001);
    }

    @Test
    void subsegmentsThatAreEachOthersParent_areOrphans() {
        Doc a = local("a").independent(segment("x"));
        Doc b = local("b").independent(a);
        a.put("parent_id", b.id());
        assertThat(trace(segment("front"), a, b).entities()).hasSize(1);
    }

    @Test
    void unansweredCall_infersASegmentThatVanishesWhenTheRealOneArrives() {
        Doc call = remote("back").status(503).took(1.5);
        Doc front = segment("front").with(call);
        assertThat(trace(front).inferred()).singleElement().satisfies(inferred -> {
            assertThat(inferred.node()).isEqualTo(new NodeId("back", "remote", null));
            assertThat(inferred.entity().parentId()).isEqualTo(Long.parseUnsignedLong(call.id(), 16));
            assertThat(inferred.entity().outcome()).isEqualTo(Outcome.FAULT);
            assertThat(inferred.entity().micros()).isEqualTo(1_500_000);
            assertThat(inferred.entity().exceptions()).isEmpty();
        });
        AssembledTrace answered = trace(front, segment("back").calledBy(call));
        assertThat(answered.inferred()).isEmpty();
        assertThat(answered.isPartial()).isFalse();
    }

    @Test
    void callWhoseCalleeIsExpectedToReport_makesTheTracePartial_untilItDoes() {
        Doc inRequest = remote("back").put("http", Map.of("request", Map.of("traced", true)));
        Doc outside = remote("back").put("traced", true);
        for (Doc call : List.of(inRequest, outside)) {
            Doc front = segment("front").with(call);
            assertThat(trace(front).isPartial()).isTrue();
            assertThat(trace(front).inferred()).hasSize(1);
            assertThat(trace(front, segment("back").calledBy(call)).isPartial()).isFalse();
        }
        assertThat(trace(segment("front").with(remote("back"))).isPartial()).isFalse();
    }

    @Test
    void localWorkAndUnfinishedCalls_inferNothing() {
        assertThat(trace(segment("front").with(local("work"), remote("back").inProgress()))
                        .inferred())
                .isEmpty();
    }

    static Stream<Arguments> identities() {
        String queue = "https://sqs.us-east-1.amazonaws.com/123/orders";
        return Stream.of(
                Arguments.of(table("Carts"), "Carts", "AWS::DynamoDB::Table"),
                Arguments.of(aws("DynamoDB", "Query", "table_name", "Carts"), "Carts", "AWS::DynamoDB::Table"),
                Arguments.of(aws("S3", "GetObject", "bucket_name", "pictures"), "pictures", "AWS::S3::Bucket"),
                Arguments.of(aws("SQS", "SendMessage", "queue_url", queue), queue, "AWS::SQS::Queue"),
                Arguments.of(aws("SNS", "Publish", "topic_arn", "arn:t"), "arn:t", "AWS::SNS"),
                Arguments.of(aws("Lambda", "Invoke", "function_name", "pay"), "pay", "AWS::Lambda"),
                Arguments.of(aws("DynamoDb", "TransactWriteItems", "region", "x"), "DynamoDb", "AWS::DynamoDb"),
                Arguments.of(aws("SSM", "GetParameter", "region", "x"), "SSM", "AWS::SSM"),
                Arguments.of(local("DynamoDb").put("namespace", "aws"), "DynamoDb", "AWS::DynamoDb"),
                Arguments.of(remote("api.example.com"), "api.example.com", "remote"),
                Arguments.of(remote("db@host").put("sql", Map.of("user", "x")), "db@host", "remote"));
    }

    @ParameterizedTest
    @MethodSource("identities")
    void inferredNode_isWhatTheCallNames(Doc call, String name, String type) {
        assertThat(trace(segment("front").with(call)).inferred())
                .extracting(EntityNode::node)
                .containsExactly(new NodeId(name, type, null));
    }

    @Test
    void segmentWithoutParent_isTheRoot_earliestFirst() {
        AssembledTrace trace = trace(segment("late").at(5), segment("early").at(1));
        assertThat(trace.root())
                .isNotNull()
                .extracting(node -> node.entity().name())
                .isEqualTo("early");
    }

    @Test
    void segmentsThatCallEachOther_areAssembledNonetheless() {
        Doc callOfA = remote("b");
        Doc callOfB = remote("a");
        AssembledTrace trace = trace(
                segment("a").with(callOfA).calledBy(callOfB),
                segment("b").with(callOfB).calledBy(callOfA));
        assertThat(trace.segments()).hasSize(2);
        assertThat(trace.root()).isNull();
        assertThat(trace.isPartial()).isTrue();
    }
}
