package zhicheng.regions.bijie;

import static zhicheng.regions.bijie.Dispositions.*;

import java.util.List;
import zhicheng.spi.Disposition;
import zhicheng.spi.Text;

/** Clauses of B23 that people carry out, or that wait for committees, supervision or certificates. */
final class Dispositions2023 {
    static final List<Disposition> DISPOSITIONS = List.of(
            people("B23-1.1", Text.of("基层业绩如何折抵由评审专家判断", "how grass-roots work counts is for the experts to judge")),
            people("B23-1.2", Text.of("疫情防控成果和贡献由评审专家和用人单位判断", "results and merit in the epidemic are for experts and employers to judge")),
            later("B23-1.3", COMMITTEES),
            people("B23-2.1", Text.of("成果“多选”的项目由省的评审条件规定，由评审专家判断", "which results may be chosen is for the province's conditions, their worth for the experts")),
            later("B23-2.4", CERTIFICATES), later("B23-3.1", MONITORING), later("B23-3.2", COMMITTEES),
            people("B23-4.3", PLATFORM), people("B23-5.3", PUBLICITY));

    private Dispositions2023() {}
}
