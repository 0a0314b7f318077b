package com.anycompany.shop.loadgenerator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What a shopper writes into the checkout form, except for the payment. All names and addresses are made up. */
record Customer(String name, String street, String city, String state, String postalCode, String country) {

    private static final List<String> FIRST_NAMES = List.of(
            "Akua", "Alejandro", "Ana", "Arnav", "Carlos", "Diego", "Efua", "Jane", "Jorge", "Li", "Mary", "Nikki");
    private static final List<String> LAST_NAMES =
            List.of("Desai", "Garcia", "Juan", "Major", "Mansa", "Martinez", "Owusu", "Ramirez", "Rosalez", "Wolf");
    private static final List<Customer> HOMES = List.of(
            new Customer("", "100 Main Street", "Anytown", "WA", "98101", "US"),
            new Customer("", "12 Example Road", "Anyville", "", "SW1A 1AA", "GB"),
            new Customer("", "Beispielweg 7", "Musterstadt", "", "10115", "DE"),
            new Customer("", "3 rue Exemple", "Touteville", "", "75001", "FR"));

    static Customer pick(RandomGenerator random) {
        Customer home = HOMES.get(random.nextInt(HOMES.size()));
        String name = FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size())) + " "
                + LAST_NAMES.get(random.nextInt(LAST_NAMES.size()));
        return new Customer(name, home.street, home.city, home.state, home.postalCode, home.country);
    }

    String email() {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
    }

    Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("email", email());
        answers.put("name", name);
        answers.put("street", street);
        answers.put("city", city);
        answers.put("state", state);
        answers.put("postalCode", postalCode);
        answers.put("country", country);
        return answers;
    }
}
