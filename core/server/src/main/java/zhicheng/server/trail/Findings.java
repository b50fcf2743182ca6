package zhicheng.server.trail;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zhicheng.server.eligibility.Finding;
import zhicheng.spi.Clause;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** Findings as JSON, as they stand in the trail, with a dossier and with a mutation's outcome, and back. */
public final class Findings {
    private Findings() {}

    public static List<Map<String, Object>> json(List<Finding> findings) {
        return findings.stream().map(Findings::json).toList();
    }

    public static Map<String, Object> json(Finding finding) {
        var json = new LinkedHashMap<String, Object>();
        json.put("code", finding.code());
        json.put("clause", finding.clause() == null ? null : finding.clause().id());
        json.put("force", finding.force().name());
        json.put("outcome", finding.outcome().name());
        json.put("message", json(finding.message()));
        json.put("asked", json(finding.asked()));
        json.put("shown", json(finding.shown()));
        json.put("path", finding.path());
        json.put("missing", finding.missing());
        json.put("remedy", json(finding.remedy()));
        json.put("from", finding.from() == null ? null : finding.from().toString());
        json.put("holdsUp", finding.holdsUp());
        return json;
    }

    @SuppressWarnings("unchecked")
    public static Finding of(Map<String, Object> json) {
        var clause = (String) json.get("clause");
        var from = (String) json.get("from");
        return new Finding((String) json.get("code"), clause == null ? null : Clause.of(clause), Rule.Force.valueOf((String) json.get("force")),
                Verdict.Outcome.valueOf((String) json.get("outcome")), text(json.get("message")), text(json.get("asked")), text(json.get("shown")),
                (String) json.get("path"), (List<String>) json.get("missing"), text(json.get("remedy")), from == null ? null : Instant.parse(from),
                (Boolean) json.get("holdsUp"));
    }

    private static Map<String, Object> json(Text text) {
        return text == null ? null : Map.of("zh", text.zh(), "en", text.en());
    }

    private static Text text(Object json) {
        return json instanceof Map<?, ?> map ? Text.of((String) map.get("zh"), (String) map.get("en")) : null;
    }
}
