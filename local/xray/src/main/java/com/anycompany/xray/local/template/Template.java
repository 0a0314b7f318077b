package com.anycompany.xray.local.template;

import com.anycompany.xray.local.json.SymbolTable;
import com.anycompany.xray.local.segment.DocumentField;
import com.anycompany.xray.local.segment.EntityTreeBuilder;
import com.anycompany.xray.local.segment.ParsedDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * Template of documents that differ in the values of its variables only, so that of each document no more than these
 * need be stored (ADR 030).
 *
 * <p>A template knows what its documents say, so they need not be parsed; it may be forgotten at any time. Its {@link
 * #definition}, which is stored beside the documents, suffices to restore their JSON.
 */
public final class Template {

    private final int id;
    private final List<CompiledNode> nodes;
    private final Prototype prototype;
    private final Variable[] variables;
    private final byte[] definition;
    private final SymbolTable symbols;

    /** @param nodes which a document must match one after another, the last of them one that may be the end */
    Template(int id, List<CompiledNode> nodes, Prototype prototype, SymbolTable symbols) {
        this.id = id;
        this.nodes = List.copyOf(nodes);
        this.prototype = prototype;
        this.symbols = symbols;
        this.definition = TemplateDefinition.of(nodes);
        List<Variable> all = new ArrayList<>();
        nodes.forEach(node -> all.addAll(List.of(node.variables)));
        this.variables = all.toArray(new Variable[0]);
    }

    /** Its number in its catalog. */
    public int id() {
        return id;
    }

    /** From which {@link TemplateDefinition#decode} restores documents, in another process, too. */
    public byte[] definition() {
        return definition;
    }

    /** Whether it is still what those nodes, one after another, say. */
    boolean consistsOf(List<CompiledNode> others) {
        if (nodes.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }

    Prototype prototype() {
        return prototype;
    }

    /** What a document says. */
    public ParsedDocument parse(byte[] content, int valuesAt, long receivedMillis) {
        EntityTreeBuilder entities = new EntityTreeBuilder(prototype.entities());
        VariableReader value = new VariableReader(content, valuesAt, symbols);
        for (Variable variable : variables) {
            value.next(variable);
            DocumentField field = variable.field();
            if (field != null) {
                field.set(entities.entity(variable.entity()), value);
            }
        }
        return new ParsedDocument(entities.build(), prototype.subsegment(), receivedMillis);
    }
}
