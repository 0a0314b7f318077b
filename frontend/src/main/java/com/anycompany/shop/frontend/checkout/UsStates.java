package com.anycompany.shop.frontend.checkout;

import java.util.List;

/** The states of the United States, without which an address there isn't complete. */
final class UsStates {

    static final String COUNTRY = "US";

    /** States, the District of Columbia, and the military's post offices; the territories are countries of their own in ISO 3166. */
    static final List<Choice> ALL = choices(
            "AL Alabama",
            "AK Alaska",
            "AZ Arizona",
            "AR Arkansas",
            "CA California",
            "CO Colorado",
            "CT Connecticut",
            "DE Delaware",
            "DC District of Columbia",
            "FL Florida",
            "GA Georgia",
            "HI Hawaii",
            "ID Idaho",
            "IL Illinois",
            "IN Indiana",
            "IA Iowa",
            "KS Kansas",
            "KY Kentucky",
            "LA Louisiana",
            "ME Maine",
            "MD Maryland",
            "MA Massachusetts",
            "MI Michigan",
            "MN Minnesota",
            "MS Mississippi",
            "MO Missouri",
            "MT Montana",
            "NE Nebraska",
            "NV Nevada",
            "NH New Hampshire",
            "NJ New Jersey",
            "NM New Mexico",
            "NY New York",
            "NC North Carolina",
            "ND North Dakota",
            "OH Ohio",
            "OK Oklahoma",
            "OR Oregon",
            "PA Pennsylvania",
            "RI Rhode Island",
            "SC South Carolina",
            "SD South Dakota",
            "TN Tennessee",
            "TX Texas",
            "UT Utah",
            "VT Vermont",
            "VA Virginia",
            "WA Washington",
            "WV West Virginia",
            "WI Wisconsin",
            "WY Wyoming",
            "AA Armed Forces Americas",
            "AE Armed Forces Europe",
            "AP Armed Forces Pacific");

    private UsStates() {}

    static boolean has(String code) {
        return ALL.stream().anyMatch(state -> state.code().equals(code));
    }

    private static List<Choice> choices(String... states) {
        return List.of(states).stream()
                .map(state -> new Choice(state.substring(0, 2), state.substring(3)))
                .toList();
    }
}
