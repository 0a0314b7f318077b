package com.anycompany.shop.audit;

import com.anycompany.shop.audit.TableContents.Order;
import com.anycompany.shop.audit.TableContents.Payment;
import com.anycompany.shop.commandline.UserError;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What shoppers were told about their orders, written down by the shoppers themselves: a file with a line for each answer, its
 * fields separated by spaces. {@code NOTHING} stands before the key of a submission of which the shop said that nothing was ordered.
 *
 * <pre>
 * CONFIRMED 7c9f… 24.90
 * DECLINED 81aa… 12.00
 * NOTHING k-42
 * </pre>
 */
record Book(List<Entry> entries) {

    static final Book EMPTY = new Book(List.of());

    private static final String NOTHING = "NOTHING";

    /**
     * One answer.
     *
     * @param told CONFIRMED, DECLINED, CANCELLED or NOTHING
     * @param id of the order, or the key of the submission
     * @param total null if the answer showed none
     */
    record Entry(String told, String id, @Nullable BigDecimal total) {

        boolean isNothing() {
            return told.equals(NOTHING);
        }
    }

    static Book read(Path file) {
        try {
            List<Entry> entries = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    entries.add(entry(line, file));
                }
            }
            return new Book(entries);
        } catch (IOException e) {
            throw new UserError("--book " + file + " can't be read: " + e.getMessage());
        }
    }

    private static Entry entry(String line, Path file) {
        String[] fields = line.strip().split("\\s+");
        try {
            if (fields.length == 2 || fields.length == 3) {
                return new Entry(fields[0], fields[1], fields.length == 2 ? null : new BigDecimal(fields[2]));
            }
        } catch (NumberFormatException e) {
            // Reported below, as for a line of one word.
        }
        throw new UserError("--book " + file + ": '" + line + "' isn't STATUS ORDER [TOTAL] or NOTHING KEY.");
    }

    /** A sentence for each answer that the tables don't bear out. */
    List<String> violations(TableContents contents) {
        Map<String, Order> orders =
                contents.orders().stream().collect(Collectors.toMap(Order::id, Function.identity()));
        Map<String, List<Payment>> captured = contents.payments().stream()
                .filter(Payment::isCaptured)
                .collect(Collectors.groupingBy(Payment::orderId));
        List<String> violations = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.isNothing()) {
                contents.orders().stream()
                        .filter(order -> entry.id().equals(order.submission()) && order.isConfirmed())
                        .forEach(order -> violations.add("Submission " + entry.id()
                                + ": its shopper was told that nothing was ordered, but order " + order.id()
                                + " is CONFIRMED."));
            } else {
                check(entry, orders.get(entry.id()), captured.getOrDefault(entry.id(), List.of()), violations);
            }
        }
        violations.addAll(contradictions());
        return violations;
    }

    private static void check(Entry entry, @Nullable Order order, List<Payment> captured, List<String> violations) {
        String told = "Order " + entry.id() + ": its shopper was told " + entry.told() + ", but ";
        if (order == null) {
            violations.add(told + "there is no such order.");
            return;
        }
        if (!order.status().equals(entry.told())) {
            violations.add(told + "it is " + order.status() + ".");
        }
        if (entry.total() != null && entry.total().compareTo(order.total()) != 0) {
            violations.add("Order " + entry.id() + ": its shopper was told a total of " + entry.total() + ", but it is "
                    + order.total() + ".");
        }
        int payments = entry.told().equals("CONFIRMED") ? 1 : 0;
        if (captured.size() != payments) {
            violations.add(told + "it is paid " + captured.size() + (captured.size() == 1 ? " time." : " times."));
        }
    }

    /** Orders whose shopper was told one thing and later another. */
    private List<String> contradictions() {
        Map<String, TreeSet<String>> told = new TreeMap<>();
        entries.stream()
                .filter(entry -> !entry.isNothing())
                .forEach(entry ->
                        told.computeIfAbsent(entry.id(), any -> new TreeSet<>()).add(entry.told()));
        return told.entrySet().stream()
                .filter(order -> order.getValue().size() > 1)
                .map(order -> "Order " + order.getKey() + ": its shopper was told "
                        + String.join(" and ", order.getValue()) + ".")
                .toList();
    }
}
