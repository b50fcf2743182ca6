package zhicheng.regions.jiayuguan;

import zhicheng.contract.RegionContract;
import zhicheng.spi.Region;

/** Jiayuguan keeps what every region keeps; its cases stand in {@code cases/2024}. */
class JiayuguanTest implements RegionContract {
    @Override
    public Region region() {
        return new Jiayuguan();
    }
}
