package com.anycompany.capacitydb.partiql;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Condition;
import com.anycompany.capacitydb.expression.Path;
import com.anycompany.capacitydb.expression.Update;
import com.anycompany.capacitydb.expression.UpdateAction;
import com.anycompany.capacitydb.item.ItemLimits;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a statement of its parse tree. */
final class StatementCompiler extends PartiQlBaseVisitor<Statement> {

    private static final int MAX_FROM = 2;

    private final ValueCompiler values;
    private final ConditionBuilder conditions;
    private final AssignmentCompiler assignments;

    StatementCompiler(List<AttributeValue> parameters) {
        this.values = new ValueCompiler(parameters);
        this.conditions = new ConditionBuilder(values);
        this.assignments = new AssignmentCompiler(values);
    }

    Statement compile(PartiQlParser.StartContext tree) {
        Statement statement = visit(tree.statement());
        values.checkAllUsed();
        return statement;
    }

    @Override
    public Statement visitSelectStatement(PartiQlParser.SelectStatementContext tree) {
        return select(tree.select());
    }

    @Override
    public Statement visitExistsStatement(PartiQlParser.ExistsStatementContext tree) {
        return new Statement.Exists(select(tree.select()));
    }

    private Statement.Select select(PartiQlParser.SelectContext tree) {
        List<String> from = names(tree.table());
        checkAlias(tree.alias());
        List<Path> paths = new ArrayList<>();
        tree.column().forEach(column -> paths.add(column(column)));
        List<Statement.Order> order = new ArrayList<>();
        if (tree.orderBy() != null) {
            tree.orderBy()
                    .order()
                    .forEach(one -> order.add(
                            new Statement.Order(values.path(one.path()).attribute(), one.DESC() != null)));
        }
        return new Statement.Select(
                from.get(0),
                from.size() > 1 ? from.get(1) : null,
                paths.isEmpty() ? null : paths,
                where(tree.condition()),
                order);
    }

    private Path column(PartiQlParser.ColumnContext tree) {
        if (tree.function() != null) {
            throw ServiceException.validation("Unexpected path component at "
                    + ValueCompiler.position(tree.function().getStart()));
        }
        return values.path(tree.path());
    }

    @Override
    public Statement visitInsertStatement(PartiQlParser.InsertStatementContext tree) {
        if (values.constant(tree.value()) instanceof AttributeValue.M item) {
            Map<String, AttributeValue> attributes = item.members();
            ItemLimits.checkSize(attributes);
            return new Statement.Insert(table(tree.table()), attributes);
        }
        throw StatementParser.notWellFormed("Expected a tuple as the value to insert");
    }

    @Override
    public Statement visitUpdateStatement(PartiQlParser.UpdateStatementContext tree) {
        return change(tree.table(), tree.alias(), tree.clause(), tree.condition(), tree.returning());
    }

    @Override
    public Statement visitFromStatement(PartiQlParser.FromStatementContext tree) {
        // Parameters count in the order of the text: those of the condition come first here.
        String table = table(tree.table());
        checkAlias(tree.alias());
        Condition where = where(tree.condition());
        return new Statement.Change(table, update(tree.clause()), where, returning(tree.returning()));
    }

    private Statement change(
            PartiQlParser.TableContext table,
            PartiQlParser.@Nullable AliasContext alias,
            List<PartiQlParser.ClauseContext> clauses,
            PartiQlParser.@Nullable ConditionContext where,
            PartiQlParser.@Nullable ReturningContext returning) {
        String name = table(table);
        checkAlias(alias);
        Update update = update(clauses);
        return new Statement.Change(name, update, where(where), returning(returning));
    }

    private Update update(List<PartiQlParser.ClauseContext> clauses) {
        List<UpdateAction> actions = new ArrayList<>();
        for (PartiQlParser.ClauseContext clause : clauses) {
            if (clause instanceof PartiQlParser.SetClauseContext set) {
                set.assignment().forEach(one -> actions.add(assignments.compile(one)));
            } else if (clause instanceof PartiQlParser.RemoveClauseContext remove) {
                remove.path().forEach(path -> actions.add(new UpdateAction.Remove(values.path(path))));
            }
        }
        Update update = new Update(actions);
        String overlap = update.overlap();
        if (overlap != null) {
            throw ServiceException.validation(overlap);
        }
        return update;
    }

    @Override
    public Statement visitDeleteStatement(PartiQlParser.DeleteStatementContext tree) {
        String table = table(tree.table());
        checkAlias(tree.alias());
        Condition where = where(tree.condition());
        Returning returning = returning(tree.returning());
        if (returning != Returning.NOTHING && returning != Returning.ALL_OLD) {
            throw ServiceException.validation("Invalid returning clause: " + returning.text()
                    + ". Only RETURNING ALL OLD * is allowed in DELETE statements.");
        }
        return new Statement.Delete(table, where, returning);
    }

    private @Nullable Condition where(PartiQlParser.@Nullable ConditionContext tree) {
        return tree == null ? null : conditions.build(tree);
    }

    private static Returning returning(PartiQlParser.@Nullable ReturningContext tree) {
        return tree == null
                ? Returning.NOTHING
                : Returning.valueOf((tree.ALL() != null ? "ALL_" : "MODIFIED_") + (tree.OLD() != null ? "OLD" : "NEW"));
    }

    private static void checkAlias(PartiQlParser.@Nullable AliasContext alias) {
        if (alias != null) {
            throw ServiceException.validation("Aliasing is not supported");
        }
    }

    private static String table(PartiQlParser.TableContext tree) {
        List<String> names = names(tree);
        if (names.size() > 1) {
            throw ServiceException.validation("Only SELECT statements can read an index");
        }
        return names.get(0);
    }

    private static List<String> names(PartiQlParser.TableContext tree) {
        List<String> names = tree.name().stream().map(ValueCompiler::name).toList();
        if (names.contains("")) {
            throw ServiceException.validation("Path component cannot be an empty string");
        }
        if (names.size() > MAX_FROM) {
            throw ServiceException.validation(
                    "A path may contain at most " + MAX_FROM + " components in the FROM clause");
        }
        return names;
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
