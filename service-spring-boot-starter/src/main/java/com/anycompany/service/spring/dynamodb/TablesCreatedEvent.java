package com.anycompany.service.spring.dynamodb;

import java.util.Set;

/**
 * Event: tables that were missing while the application ran were created again, and can be used. A listener that fills one does
 * so before the application is ready again; if it throws, it is called once more later.
 *
 * @param tables names of the tables
 */
public record TablesCreatedEvent(Set<String> tables) {

    public TablesCreatedEvent {
        tables = Set.copyOf(tables);
    }
}
