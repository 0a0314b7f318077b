package com.anycompany.xray.local.trace;

import static com.anycompany.xray.local.Doc.local;
import static com.anycompany.xray.local.Doc.remote;
import static com.anycompany.xray.local.Doc.segment;
import static com.anycompany.xray.local.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.segment.Thrown;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Root causes of entities whose {@code cause} is the id of an exception, as the X-Ray SDK for Java sends them when an exception
 * propagates. Expected paths: recorded from AWS (xray-differences A1), unless a test says otherwise.
 */
class RootCauseReferenceTests {

    private static final String DECLINED = "1111111111111111";
    private static final String DOWN = "2222222222222222";

    private static Doc throwing(Doc doc, String id, String type) {
        return doc.put("fault", true)
                .put("cause", Map.of("exceptions", List.of(Map.of("id", id, "type", type, "message", "m"))));
    }

    private static Doc referring(Doc doc, String id) {
        return doc.put("fault", true).put("cause", id);
    }

    /** For example {@code checkout > payments[CardDeclined]}, with a star if it impacts the client. */
    private static List<String> faults(Doc... documents) {
        return RootCauses.of(trace(documents)).faults().stream()
                .map(RootCauseReferenceTests::described)
                .toList();
    }

    private static String described(RootCause cause) {
        List<String> steps = cause.services().stream()
                .flatMap(service -> service.path().stream())
                .map(step -> step.name()
                        + (step.exceptions().isEmpty()
                                ? ""
                                : step.exceptions().stream().map(Thrown::type).toList()))
                .toList();
        return String.join(" > ", steps) + (cause.clientImpacting() ? " *" : "");
    }

    @Test
    void reference_selectsTheOwner_notALaterHandledFailure() {
        assertThat(faults(referring(segment("checkout"), DECLINED)
                        .with(
                                throwing(local("payments"), DECLINED, "CardDeclined"),
                                throwing(local("audit"), DOWN, "AuditDown"))))
                .containsExactly("checkout > payments[CardDeclined] *");
    }

    @Test
    void order_doesNotMatter() {
        assertThat(faults(referring(segment("checkout"), DECLINED)
                        .with(
                                throwing(local("audit"), DOWN, "AuditDown"),
                                throwing(local("payments"), DECLINED, "CardDeclined"))))
                .containsExactly("checkout > payments[CardDeclined] *");
    }

    /** The weaker recording: the remote's failure was handled, so it didn't reach the client. */
    @Test
    void failingRemoteBesideTheOwner_isACauseOfItsOwn() {
        assertThat(faults(referring(segment("checkout"), DECLINED)
                        .with(
                                throwing(local("validate"), DECLINED, "CardDeclined"),
                                remote("bank").put("fault", true))))
                .containsExactly("checkout > validate[CardDeclined] *", "bank");
    }

    /** Ours: the same for a service that reports itself. */
    @Test
    void failingServiceBesideTheOwner_isACauseOfItsOwn() {
        Doc call = remote("bank").put("fault", true);
        assertThat(faults(
                        referring(segment("checkout"), DECLINED)
                                .with(throwing(local("validate"), DECLINED, "CardDeclined"), call),
                        throwing(segment("bank").calledBy(call), DOWN, "BankDown")))
                .containsExactly("checkout > validate[CardDeclined] *", "bank[BankDown]");
    }

    @Test
    void chainOfReferences_leadsThroughEachOfThem() {
        assertThat(faults(referring(segment("checkout"), DECLINED)
                        .with(referring(local("place"), DECLINED)
                                .with(throwing(local("pay"), DECLINED, "CardDeclined")))))
                .containsExactly("checkout > place > pay[CardDeclined] *");
    }

    @Test
    void ownerWithoutFault_isFoundAllTheSame() {
        assertThat(faults(referring(segment("checkout"), DECLINED)
                        .with(local("pay")
                                .put(
                                        "cause",
                                        Map.of(
                                                "exceptions",
                                                List.of(Map.of("id", DECLINED, "type", "CardDeclined")))))))
                .containsExactly("checkout > pay[CardDeclined] *");
    }

    /** An owner that is itself a call: the path goes on into the service that failed. */
    @Test
    void ownerThatIsACall_leadsToItsCallee() {
        Doc call = throwing(remote("payments"), DECLINED, "ServerError");
        assertThat(faults(
                        referring(segment("checkout"), DECLINED).with(call),
                        referring(segment("payments").calledBy(call), DOWN)
                                .with(throwing(local("charge"), DOWN, "CardDeclined"))))
                .containsExactly("checkout > payments[ServerError] > payments > charge[CardDeclined] *");
    }

    @Test
    void ownerThatIsACallToARemote_leadsToTheInferredService() {
        assertThat(faults(referring(segment("checkout"), DECLINED)
                        .with(throwing(remote("bank"), DECLINED, "ServerError"))))
                .containsExactly("checkout > bank[ServerError] > bank *");
    }

    @Test
    void referenceOfASubsegment_countsToo() {
        assertThat(faults(segment("checkout")
                        .put("fault", true)
                        .with(referring(local("work"), DECLINED)
                                .with(
                                        throwing(local("pay"), DECLINED, "CardDeclined"),
                                        throwing(local("audit"), DOWN, "AuditDown")))))
                .containsExactly("checkout > work > pay[CardDeclined] *");
    }

    /** The form of X-Ray's SDK for Node.js, whose exceptions have no ids: around its subsegment, each refers to the subsegment. */
    @Test
    void referenceToTheEntity_leadsToItsException() {
        Doc payments = withoutId(local("payments"), "CardDeclined");
        Map<String, Object> reference = Map.of("id", payments.id(), "exceptions", List.of());
        Doc place = local("place").put("fault", true).put("cause", reference).with(payments);
        assertThat(faults(segment("checkout")
                        .put("fault", true)
                        .put("cause", Map.of("id", payments.id()))
                        .with(place, withoutId(local("audit"), "AuditDown"))))
                .containsExactly("checkout > place > payments[CardDeclined] *");
        assertThat(faults(segment("checkout").put("fault", true).put("cause", Map.of("id", "00000000000000ff"))))
                .isEmpty();
    }

    private static Doc withoutId(Doc doc, String type) {
        return doc.put("fault", true).put("cause", Map.of("exceptions", List.of(Map.of("type", type, "message", "m"))));
    }

    /** Ours: what isn't declared below is shown where it is referred to. */
    @Test
    void exceptionDeclaredElsewhere_isShownWhereItIsReferredTo() {
        assertThat(faults(segment("checkout")
                        .put("fault", true)
                        .with(throwing(local("pay"), DECLINED, "CardDeclined"), referring(local("answer"), DECLINED))))
                .containsExactly("checkout > answer[CardDeclined] *");
    }

    @Test
    void referenceToNothing_explainsNothing() {
        assertThat(faults(referring(segment("checkout"), DECLINED))).isEmpty();
    }

    /** Two services that call each other, each with a reference to the other's exception. */
    @Test
    void circle_ends() {
        Doc there = remote("b").put("fault", true);
        Doc back = remote("a").put("fault", true);
        Doc a = referring(segment("a").calledBy(back), DECLINED).with(there);
        Doc b = referring(segment("b").calledBy(there), DOWN).with(back, throwing(local("x"), DECLINED, "X"));
        assertThat(RootCauses.of(trace(a, b))).isNotNull();
    }
}
