package com.anycompany.capacitydb.store;

import com.anycompany.capacitydb.table.ServiceSettings;
import com.anycompany.capacitydb.table.ServiceSettings.Policy;
import com.anycompany.capacitydb.table.ServiceSettings.Recovery;
import java.util.LinkedHashMap;
import java.util.Map;

/** Binary form of a table's settings for other services. */
final class ServiceSettingsCodec {

    private ServiceSettingsCodec() {}

    static void put(Encoder out, ServiceSettings settings) {
        DefinitionCodec.putOptional(out, settings.encryptionKey());
        Recovery recovery = settings.recovery();
        out.putLength(recovery == null ? 0 : recovery.days());
        out.putLong(recovery == null ? 0 : recovery.since());
        out.putLength(settings.insights().size());
        settings.insights().forEach((index, mode) -> {
            out.putText(index);
            out.putText(mode);
        });
        Policy policy = settings.policy();
        DefinitionCodec.putOptional(out, policy == null ? null : policy.text());
        DefinitionCodec.putOptional(out, policy == null ? null : policy.revision());
    }

    static ServiceSettings get(Decoder in) {
        String encryptionKey = DefinitionCodec.getOptional(in);
        int days = in.getLength();
        long since = in.getLong();
        Map<String, String> insights = new LinkedHashMap<>();
        int count = in.getLength();
        for (int i = 0; i < count; i++) {
            insights.put(in.getText(), in.getText());
        }
        String text = DefinitionCodec.getOptional(in);
        String revision = DefinitionCodec.getOptional(in);
        return new ServiceSettings(
                encryptionKey,
                days == 0 ? null : new Recovery(days, since),
                insights,
                text == null || revision == null ? null : new Policy(text, revision));
    }
}
